// <regex.h>: regular expressions.
#ifndef _REGEX_H
#define _REGEX_H

#include <sys/types.h>

typedef struct {
	void *__buffer;
	size_t __allocated;
	size_t __used;
	unsigned long __syntax;
	char *__fastmap;
	unsigned char *__translate;
	size_t re_nsub;
	unsigned int __flags;
} regex_t;

typedef int regoff_t;
typedef struct {
	regoff_t rm_so;
	regoff_t rm_eo;
} regmatch_t;

#define REG_EXTENDED 1
#define REG_ICASE 2
#define REG_NEWLINE 4
#define REG_NOSUB 8
#define REG_NOTBOL 1
#define REG_NOTEOL 2
#define REG_STARTEND 4

typedef enum {
	REG_NOERROR,
	REG_NOMATCH,
	REG_BADPAT,
	REG_ECOLLATE,
	REG_ECTYPE,
	REG_EESCAPE,
	REG_ESUBREG,
	REG_EBRACK,
	REG_EPAREN,
	REG_EBRACE,
	REG_BADBR,
	REG_ERANGE,
	REG_ESPACE,
	REG_BADRPT,
	REG_EEND,
	REG_ESIZE,
	REG_ERPAREN
} reg_errcode_t;

int regcomp(regex_t *regex, const char *pattern, int flags);
size_t regerror(int error, const regex_t *regex, char *text, size_t size);
int regexec(const regex_t *regex, const char *text, size_t count, regmatch_t matches[], int flags);
void regfree(regex_t *regex);

#endif
