// gcc's own functions: what they compute, and what is constant.
#include <stdio.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#define IS_INT(x) __builtin_types_compatible_p(__typeof__(x), int)
#define PICK(x) __builtin_choose_expr(IS_INT(x), "int", "other")
#define ARRAY_SIZE(a) (sizeof(a)/sizeof((a)[0]) + sizeof(char[1 - 2*__builtin_types_compatible_p(__typeof__(a), __typeof__(&(a)[0]))]) - 1)
#define container_of(ptr, type, member) ({ const typeof(((type *)0)->member) *__mptr = (ptr); (type *)((char *)__mptr - offsetof(type, member)); })
#define likely(x) __builtin_expect(!!(x), 1)
#define BUILD_BUG_ON(c) ((void)sizeof(char[1 - 2*!!(c)]))
#define max(a,b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
#define swap(a,b) do { __auto_type t = a; a = b; b = t; } while (0)
struct node { int v; struct node *next; struct { int q[3]; } in; };
static int is_const(int x) { return __builtin_constant_p(x); }
enum { K = __builtin_constant_p(3) ? 7 : 8 };
static int arr[__builtin_popcount(255)];
static const unsigned sw = __builtin_bswap32(0x01020304);
static const int clz = __builtin_clz(1), ctz = __builtin_ctzll(1ull << 40), ff = __builtin_ffs(8), pp = __builtin_parity(7);
_Static_assert(__builtin_popcountll(~0ull) == 64, "pop");
_Static_assert(__builtin_strlen("abc") == 3, "len");
int sw2(int x) { switch (x) { case __builtin_bswap16(1): return 1; case __builtin_ctz(8): return 2; default: return 0; } }
int main(void) {
	int a = 1; double d = 2; int v[5];
	printf("%s %s %zu %d\n", PICK(a), PICK(d), ARRAY_SIZE(v), is_const(3));
	struct node n = { 5, 0, {{0}} };
	printf("%d %zu\n", container_of(&n.next, struct node, next)->v, __builtin_offsetof(struct node, in.q[2]));
	printf("%d %d %d %zu %x %d %d %d %d\n", K, sw2(3), sw2(256), sizeof arr, sw, clz, ctz, ff, pp);
	int i = 0x7fffffff, r; unsigned u; long l; char c;
	printf("%d", __builtin_add_overflow(i, 1, &r)); printf(" %d\n", r);
	printf("%d", __builtin_mul_overflow(1u << 31, 2, &u)); printf(" %u\n", u);
	printf("%d", __builtin_sub_overflow(0, 1, &u)); printf(" %u\n", u);
	printf("%d", __builtin_mul_overflow(1L << 62, 2, &l)); printf(" %ld\n", l);
	printf("%d", __builtin_add_overflow(100, 100, &c)); printf(" %d\n", c);
	printf("%d %d\n", __builtin_add_overflow_p(i, 1, 0), __builtin_mul_overflow_p(i, 1, 0));
	printf("%d %d %d %d %d %d\n", __builtin_clz(0xf0), __builtin_ctz(0xf0), __builtin_clzl(1), __builtin_clzll(1), __builtin_ctzl(4), __builtin_popcountl(-1L));
	printf("%d %d %d %d\n", __builtin_ffs(0), __builtin_ffsll(1ll << 50), __builtin_clrsb(-1), __builtin_parityl(3));
	printf("%x %x %lx\n", __builtin_bswap16(0x1234), __builtin_bswap32(0x12345678), (unsigned long)__builtin_bswap64(0x123456789abcdefULL));
	char b[20]; __builtin_memset(b, 'x', 19); b[19] = 0; __builtin_memcpy(b, "hey", 3); __builtin_strcpy(b + 10, "end");
	printf("%s %d %zu\n", b, __builtin_strcmp("a", "b") < 0, __builtin_strlen(b));
	printf("%d %d %d\n", __builtin_constant_p(5), __builtin_constant_p(a), __builtin_constant_p("x"));
	printf("%d %zu\n", likely(a == 1), (size_t)__builtin_object_size(b, 0));
	BUILD_BUG_ON(sizeof(int) != 4);
	int x = 3, y = 4; swap(x, y); printf("%d %d %d\n", x, y, max(x, y));
	printf("%d %d\n", __builtin_abs(-4), (int)__builtin_labs(-5L));
	printf("%g %d %d\n", __builtin_fabs(-2.5), __builtin_isnan(__builtin_nan("")), __builtin_isinf(__builtin_inf()));
	printf("%d\n", __builtin_choose_expr(0, 1, (char)2));
	printf("%s %d\n", __builtin_FUNCTION(), __builtin_LINE() - __LINE__);
	if (a == 2) __builtin_unreachable();
	return 0;
}
