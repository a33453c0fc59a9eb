#include <stdio.h>

// Objects with static storage of every kind, and their addresses.
struct config { const char *name; int values[3]; struct config *next; void (*hook)(int); };
static void hook(int x) { printf("hook %d\n", x); }
static struct config second = { "second", { 4, 5, 6 }, 0, 0 };
struct config first = { "first", { 1, 2, 3 }, &second, hook };
static struct config *const all[] = { &first, &second, 0 };
char *end_of_name = &"abcdef"[3];
static int zero[1000];
static int *inside = &zero[10], *value = &first.values[1];
static const unsigned char table[256] = { ['a'] = 1, ['z'] = 26 };
static long offset = (long)sizeof first + 2;
static float ratio = 3 / 2.0;
static int negative = -1, folded = 7 * 6 > 40 ? 42 : 0;
static short shorts[] = { -1, 2, 0x7fff };
static struct { char c; long l; } padded = { 'c', -5 };
static int (*functions[2])(const char *, ...) = { printf, 0 };
int main(void)
{
	for (int i = 0; all[i]; i++)
		printf("%s %d\n", all[i]->name, all[i]->values[2]);
	all[0]->hook(*value);
	printf("%s %d %d %d %d %ld %g\n", end_of_name, zero[999], *inside, table['z'], table['b'], offset, ratio);
	printf("%d %d %d %d %c %ld\n", negative, folded, shorts[0], shorts[2], padded.c, padded.l);
	*inside = 5;
	first.next->values[0]++;
	printf("%d %d\n", zero[10], second.values[0]);
	functions[0]("%s\n", "called");
	return 0;
}
