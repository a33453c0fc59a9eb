/* Corners that textbooks and old code lean on: K&R narrow parameters, packing, bit-fields that are cast, gcc's builtins. */
#include <stdio.h>
#include <string.h>

static int narrow(c, s, f, u)
	char c;
	short s;
	float f;
	unsigned char u;
{
	return printf("%d %d %.7f %d %zu %zu\n", c, s, f, u, sizeof c, sizeof f);
}

/* A compound literal in the initial value of a static object, as gcc takes it. */
static int five = (int){5};
static struct {
	long number;
	unsigned char byte;
	int none;
} literals = {((long){-3}), (unsigned char){200}, (int){0}};

#pragma pack(push, 1)
struct packed {
	char tag;
	int value;
	short end;
};
#pragma pack(2)
struct half {
	char tag;
	int value;
	char last;
};
#pragma pack(pop)
struct natural {
	char tag;
	int value;
	short end;
};

#define SAY(format, ...) printf(format __VA_OPT__(, ) __VA_ARGS__)
#define DEPTH 1
#pragma push_macro("DEPTH")
#undef DEPTH
#define DEPTH 2
static int inner = DEPTH;
#pragma pop_macro("DEPTH")
static int outer = DEPTH;

struct point {
	int x, y;
};
static const char *const title = "title";
static const char *where = title;
static const int limit = 7;
static int twice_limit = limit;
static struct point origin = ((struct point){3, 4});
static _Alignas(16) int aligned;

static int calls;
static int count(void)
{
	return ++calls;
}

int main(void)
{
	narrow(300, 70000, 0.1, -1);
	printf("%zu %zu %zu\n", sizeof(struct packed), sizeof(struct half), sizeof(struct natural));
	struct packed packed = {'a', 0x01020304, 5};
	unsigned char bytes[sizeof packed];
	memcpy(bytes, &packed, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i++)
		printf("%x ", bytes[i]);
	printf("\n%d %d\n", inner, outer);
	printf("%s %d %d %d\n", where, twice_limit, origin.x, origin.y);
	printf("%zu %zu\n", __alignof__(aligned), __alignof__(struct half));

	struct {
		unsigned three : 3;
		unsigned whole : 32;
	} bits = {1, 1};
	printf("%d %d %d\n", bits.three - 2 < 0, (unsigned)bits.three - 2 < 0, bits.whole - 2 < 0);

	int table[8] = {5, 1}, at = 0;
	at = table[at]++;
	printf("%d %d\n", at, table[0]);
	at = 1;
	at = table[at] = 6;
	printf("%d %d\n", at, table[1]);
	at = 2;
	at = table[at] += 4;
	printf("%d %d\n", at, table[2]);
	__auto_type seven = limit + 0L;
	SAY("said\n");
	SAY("%d %zu\n", (int)seven, sizeof seven);
	struct node {
		struct node *next;
		int value;
	} nodes[3] = {{0, 10}, {0, 20}, {0, 30}}, *tail = &nodes[0];
	tail = tail->next = &nodes[1];
	tail = tail->next = &nodes[2];
	printf("%d %d\n", nodes[0].next->value, nodes[1].next->value);
	at = 1;
	at = --table[at];
	printf("%d %d\n", at, table[1]);

	printf("%d %ld %d %d\n", five, literals.number, literals.byte, literals.none);
	/* Only (void *)0 without a qualifier is a null pointer constant. */
	printf("%d\n", _Generic(calls ? (int volatile *)0 : (void const *)0, void volatile const *: 1, int volatile *: 2));
	printf("%d\n", _Generic(calls ? (int volatile *)0 : (void *)0, void volatile *: 1, int volatile *: 2));

	if (__builtin_expect(calls == 0, count()))
		printf("counted %d\n", calls);
	__builtin_prefetch(&table[count()]);
	printf("%d %d\n", calls, __builtin_constant_p(3));
	printf("%d %d %d %d %d\n", __builtin_popcount(255), __builtin_clz(1), __builtin_ctz(8), __builtin_ffsll(1LL << 40),
		__builtin_parityl(7));
	printf("%x %x %lx\n", __builtin_bswap16(0x1234), __builtin_bswap32(0x12345678), __builtin_bswap64(1));
	char copy[8];
	__builtin_memset(copy, 0, sizeof copy);
	__builtin_strcpy(copy, "builtin");
	printf("%zu %d\n", __builtin_strlen(copy), __builtin_memcmp(copy, "build", 4));
	__builtin_printf("%d %d\n", __builtin_abs(-3), __builtin_isnan(0.0 / 1));
	asm volatile("" : : : "memory");
	switch (calls) {
	case 2:
		break;
	default:
		__builtin_unreachable();
	}
	return 0;
}
