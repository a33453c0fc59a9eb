// Kinds of wide characters, in the C locale: those of <ctype.h> up to 127, and none beyond.
#include <ctype.h>
#include <string.h>
#include <wctype.h>

int iswalnum(wint_t letter)
{
	return letter <= 127 && isalnum(letter);
}

int iswalpha(wint_t letter)
{
	return letter <= 127 && isalpha(letter);
}

int iswblank(wint_t letter)
{
	return letter <= 127 && isblank(letter);
}

int iswcntrl(wint_t letter)
{
	return letter <= 127 && iscntrl(letter);
}

int iswdigit(wint_t letter)
{
	return letter <= 127 && isdigit(letter);
}

int iswgraph(wint_t letter)
{
	return letter <= 127 && isgraph(letter);
}

int iswlower(wint_t letter)
{
	return letter <= 127 && islower(letter);
}

int iswprint(wint_t letter)
{
	return letter <= 127 && isprint(letter);
}

int iswpunct(wint_t letter)
{
	return letter <= 127 && ispunct(letter);
}

int iswspace(wint_t letter)
{
	return letter <= 127 && isspace(letter);
}

int iswupper(wint_t letter)
{
	return letter <= 127 && isupper(letter);
}

int iswxdigit(wint_t letter)
{
	return letter <= 127 && isxdigit(letter);
}

wint_t towlower(wint_t letter)
{
	return letter <= 127 ? (wint_t)tolower(letter) : letter;
}

wint_t towupper(wint_t letter)
{
	return letter <= 127 ? (wint_t)toupper(letter) : letter;
}

static const char *const names[] = {"alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit"};
static int (*const kinds[])(wint_t) = {iswalnum, iswalpha, iswblank, iswcntrl, iswdigit, iswgraph, iswlower, iswprint, iswpunct, iswspace, iswupper, iswxdigit};

#define KINDS (sizeof names / sizeof *names)

wctype_t wctype(const char *name)
{
	for (wctype_t kind = 0; kind < KINDS; kind++)
		if (strcmp(names[kind], name) == 0)
			return kind + 1;
	return 0;
}

int iswctype(wint_t letter, wctype_t type)
{
	return type > 0 && type <= KINDS && kinds[type - 1](letter);
}
