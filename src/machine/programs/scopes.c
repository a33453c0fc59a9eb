#include <stdio.h>

// Scope and linkage.
extern int later;
int tentative;
int tentative;
static int hidden = 3;
int later = 4;
static int next(void) { static int n; static int *p = &n; return ++*p; }
static int other(void) { static int n = 100; return ++n; }
int shadow = 1;
int main(void)
{
	extern int tentative;
	int shadow = shadow = 2;
	{
		extern int shadow;
		printf("%d ", shadow);
		int hidden = 5;
		printf("%d ", hidden);
	}
	printf("%d %d %d %d\n", shadow, hidden, tentative, later);
	next(); next(); other();
	printf("%d %d\n", next(), other());
	struct s { int a; } x = { 1 };
	{
		struct s { char b[10]; };
		printf("%zu %zu\n", sizeof(struct s), sizeof x);
	}
	for (int i = 0; i < 2; i++) {
		int i = 7;
		printf("%d", i);
	}
	enum { X = 1 };
	{ enum { X = 2 }; printf(" %d", X); }
	printf(" %d\n", X);
	typedef int T;
	{ T T = 3; printf("%d\n", T); }
	return 0;
}
