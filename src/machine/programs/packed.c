#include <stdio.h>
// Packed structs, and a flexible member that is initialised.
static struct { int n; char tail[]; } fl = { 3, "abcdefgh" };
static int after = 77;
struct __attribute__((packed)) pk { char c; int i; short s; long l; } pks[2] = { { 1, 2, 3, 4 }, { 5, -6, 7, 1L << 50 } };
struct __attribute__((packed)) pb { unsigned a : 3; unsigned b : 13; unsigned c : 4; } pb = { 5, 5000, 9 };
struct mp { char c; long l __attribute__((packed)); short s; __attribute__((packed)) int i, j; int last; } mps[2] = { { 1, 2, 3, 4, 5, 6 }, { 7, 8, 9, 10, 11, 12 } };
struct ap { char c; int i __attribute__((packed, aligned(2))); struct { char d; int e; } inner __attribute__((packed)); };
int main(void) {
	printf("%s %d\n", fl.tail, after);
	struct pk k = pks[1]; k.i++; k.l += k.s;
	printf("%d %d %d %ld %zu\n", k.c, k.i, k.s, k.l, sizeof k);
	printf("%d %d %d %zu\n", pb.a, pb.b, pb.c, sizeof pb); pb.b = 4097; pb.c--; printf("%d %d %d\n", pb.a, pb.b, pb.c);
	mps[1].l += mps[0].j;
	printf("%zu %zu %zu %zu %zu %zu\n", sizeof(struct mp), _Alignof(struct mp), __builtin_offsetof(struct mp, l), __builtin_offsetof(struct mp, i), __builtin_offsetof(struct mp, j), __builtin_offsetof(struct mp, last));
	printf("%ld %d %d\n", mps[1].l, mps[1].j, mps[1].last);
	printf("%zu %zu %zu %zu\n", sizeof(struct ap), _Alignof(struct ap), __builtin_offsetof(struct ap, i), __builtin_offsetof(struct ap, inner));
	return 0;
}
