#include <stdio.h>

// Tables that macros build, switch on enum, negative enumerators.
#define ERRORS(X) X(OK, 0, "fine") X(BUSY, -16, "busy") X(GONE, 5, "gone")
enum error {
#define X(name, number, text) E_##name = number,
	ERRORS(X)
#undef X
};
static const char *text(enum error e)
{
	switch (e) {
#define X(name, number, words) case E_##name: return words;
		ERRORS(X)
#undef X
	}
	return "?";
}
int main(void)
{
	enum error list[] = { E_GONE, E_OK, E_BUSY, (enum error)3 };
	for (unsigned i = 0; i < sizeof list / sizeof *list; i++)
		printf("%d %s\n", list[i], text(list[i]));
	printf("%d\n", E_BUSY < 0);
	return 0;
}
