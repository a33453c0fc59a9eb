// Enumerations whose values are no ints, or are packed into fewer bytes.
#include <stdio.h>

enum wide { W0, W1 = 1L << 40, W2 = 5000000000 };
enum negative { N0 = -1, N1 = 2147483648 };
enum huge { HUGE = 0xffffffffffffffff };
enum word { WORD = 0xffffffff };
typedef enum { T0, T1 = 200 } __attribute__((packed)) tiny;
enum __attribute__((packed)) small { S0 = -1, S1 = 127 };
enum __attribute__((packed)) middle { M0 = -1, M1 = 128 };
enum __attribute__((packed)) two { TWO = 65535 };
enum __attribute__((packed)) four { FOUR = 70000 };

struct mixed { tiny a, b; enum middle c; enum wide d; };

#define NAME(x) _Generic((x), int: "int", unsigned: "unsigned", long: "long", unsigned long: "unsigned long")

static enum wide global = W1;
static tiny list[3] = { T1, T0 };

static enum wide next(enum wide w) { return w + 1; }
static tiny more(tiny t) { return t + 100; }

int main(void)
{
	printf("%zu %zu %zu %zu\n", sizeof(enum wide), sizeof(enum negative), sizeof(enum huge), sizeof(enum word));
	printf("%zu %zu %zu %zu %zu\n", sizeof(tiny), sizeof(enum small), sizeof(enum middle), sizeof(enum two), sizeof(enum four));
	printf("%zu %zu\n", sizeof(struct mixed), sizeof list);
	printf("%s %s %s %s %s %s %s\n", NAME(W0), NAME(W1), NAME(N0), NAME(N1), NAME(HUGE), NAME(WORD), NAME(T1));
	enum wide w = next(W2);
	enum negative n = N0;
	enum middle m = -5;
	struct mixed all = { T1, T1, M0, W1 };
	printf("%lu %s %d\n", (unsigned long)w, NAME(w), w > W1);
	printf("%d %ld %s\n", n < 0, (long)n, NAME(n));
	printf("%d %d %d %d\n", more(T1), list[0], m, (enum small)300);
	printf("%d %d %lu %s\n", all.a + all.b, all.c, (unsigned long)all.d, NAME(+all.a));
	switch (w) {
	case W2 + 1:
		puts("found");
		break;
	default:
		puts("not found");
	}
	w++;
	w += global;
	printf("%lu\n", (unsigned long)w);
	return 0;
}
