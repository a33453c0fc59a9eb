// <wordexp.h>: words as a shell expands them.
#ifndef _WORDEXP_H
#define _WORDEXP_H

#include <bits/null.h>

enum {
	WRDE_DOOFFS = 1,
	WRDE_APPEND = 2,
	WRDE_NOCMD = 4,
	WRDE_REUSE = 8,
	WRDE_SHOWERR = 16,
	WRDE_UNDEF = 32
};

typedef struct {
	size_t we_wordc;
	char **we_wordv;
	size_t we_offs;
} wordexp_t;

enum {
	WRDE_NOSPACE = 1,
	WRDE_BADCHAR,
	WRDE_BADVAL,
	WRDE_CMDSUB,
	WRDE_SYNTAX
};

int wordexp(const char *words, wordexp_t *result, int flags);
void wordfree(wordexp_t *result);

#endif
