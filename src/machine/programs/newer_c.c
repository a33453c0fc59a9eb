// What gcc takes of newer C: attributes in brackets, unnamed parameters, labels before declarations and at the end.
#include <stdio.h>
#include <assert.h>
static_assert(sizeof(int) == 4);
_Static_assert(1);
[[noreturn]] void die(void);
[[maybe_unused]] static int spare;
struct [[gnu::packed]] pk { char c; int i; };
[[nodiscard]] static int val(void) { return 0b1011; }
[[deprecated("old")]] int old(void);
static int f(int x) {
	switch (x) {
	case 1:
		x++;
		[[fallthrough]];
	case 2:
		return x;
	default: ;
		int y = 4;
		return y;
	}
}
void die(void) { _Exit: ; while (1) ; }
static int unnamed(int, char *);
static int unnamed(int a, char *b) { (void)a; (void)b; return 3; }
enum e { A = 1, B, };
int main(void) {
	[[maybe_unused]] int unused = 1;
	for ([[maybe_unused]] int i = 0; i < 1; i++) ;
	printf("%d %d %d %d %zu\n", val(), f(1), f(9), unnamed(1, 0), sizeof(struct pk));
	goto lab;
lab:
	int z = 3;
	printf("%d %d\n", z, 0B11);
	{ int q = 1; (void)q; end: }
	if (z == 99) goto end2;
	return 0;
end2: ;
}
