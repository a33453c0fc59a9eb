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
	/* Arrays of wider characters, each literal of its own type; names with universal characters. */
	static const unsigned short two[] = u"αβ", room[4] = {u"q"};
	unsigned four[] = U"αβ🌮";
	printf("%zu %x %zu %x %x\n", sizeof two, two[1], sizeof four, four[2], room[1]);
	printf("%d %d\n", U"\xffffffff"[0] >> 31, L"\xffffffff"[0] >> 31);
	int \u03b1 = 3, d\u00e9j\u00e0 = 4;
	printf("%d %zu\n", α + déjà, sizeof __TIMESTAMP__);
	/* A list in braces is all of what it initialises. */
	int grid[2][3] = {1, 2, 3, 4, 5, 6, [0] = {7, 8}, 9};
	static struct {
		int a;
		char text[4];
		struct { int x, y; } in;
	} records[2] = {[1].in.y = 5, [1].text = "abc", [1].text = "d", [1].in = {.x = 6}, [0] = {1}, [0].in.y = 2, [0] = {3}};
	printf("%d %d %d %d\n", grid[0][1], grid[0][2], grid[1][0], grid[1][1]);
	printf("%d %d %d %d %d %d\n", records[1].text[0], records[1].text[1], records[1].in.x, records[1].in.y, records[0].a, records[0].in.y);
	return 0;
end2: ;
}
