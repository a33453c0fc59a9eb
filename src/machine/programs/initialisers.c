#include <stdio.h>

// Initialisers of static and automatic objects.
struct point { int x, y; };
struct line { struct point from, to; const char *name; };
static int primes[] = { 2, 3, 5, [6] = 17, 19 };
static struct line lines[] = {
	{ { 1, 2 }, { 3, 4 }, "a" },
	{ .name = "b", .to.y = 5 },
	5, 6, 7, 8, "c",
	[4] = { .from = { .y = 1 } },
};
static const char *names[3] = { "zero", [2] = "two" };
static char text[] = "abc" "def", padded[10] = "xy", grid[2][3] = { "ab", { 'c' } };
static int *third = &primes[2];
static char *tail = text + 4;
static int matrix[2][3] = { 1, 2, 3, 4 };
static double values[2] = { 1, 2.5 };
static int range[6] = { [1 ... 3] = 7, 9 };
static struct { int n; struct point *p; } nested = { 3, &lines[0].to };
/* Strings for the first array of a member whose braces were left out. */
struct label { char word[6]; int at; };
static struct { int id; struct label label; int end; } marked[] = { 1, "one", 10, 11, 2, "two", 20, 21 };
static struct { struct { char pair[2][4]; } in; int *none; } pairs = { "ab", "cd", 0 };
int main(void)
{
	int i;
	for (i = 0; i < (int)(sizeof primes / sizeof *primes); i++)
		printf("%d ", primes[i]);
	printf("\n");
	for (i = 0; i < 5; i++)
		printf("%d %d %d %d %s\n", lines[i].from.x, lines[i].from.y, lines[i].to.x, lines[i].to.y,
		       lines[i].name ? lines[i].name : "-");
	printf("%s %d %s\n", names[0], names[1] == 0, names[2]);
	printf("%s %zu %s %d %s %d\n", text, sizeof text, padded, padded[9], grid[0], grid[1][1]);
	printf("%d %s %d %g %d\n", *third, tail, matrix[1][0], values[1], range[4]);
	printf("%d\n", nested.p->y);
	int local[5] = { 1, 2 }, n = local[1];
	struct line l = { { n, n + 1 }, .name = names[2] };
	char word[] = { 'h', 'i', 0 }, same[3] = "abc";
	struct point grid2[2][2] = { { { 1, 2 }, { 3 } }, { [1].y = n } };
	printf("%d %d %d %d %s %s %c\n", local[4], l.from.y, l.to.x, l.to.y, l.name, word, same[2]);
	printf("%d %d %d\n", grid2[0][1].x, grid2[1][0].x, grid2[1][1].y);
	int *list = (int[]){ 4, 5, 6 };
	printf("%d %d\n", list[1], ((struct point){ .y = 8 }).y);
	for (i = 0; i < 2; i++) {
		int fresh[3] = { i };
		fresh[1] += fresh[0] + 1;
		printf("%d %d\n", fresh[0], fresh[1]);
	}
	struct { int id; struct label label; } here = { n, "he" "re", n + 1 };
	printf("%s %d %s %d %s %s\n", marked[0].label.word, marked[0].end, marked[1].label.word, marked[1].label.at,
	       pairs.in.pair[0], pairs.in.pair[1]);
	printf("%d %s %d\n", here.id, here.label.word, here.label.at);
	return 0;
}
