#include <stdio.h>
// Packed structs, and a flexible member that is initialised.
static struct { int n; char tail[]; } fl = { 3, "abcdefgh" };
static int after = 77;
struct __attribute__((packed)) pk { char c; int i; short s; long l; } pks[2] = { { 1, 2, 3, 4 }, { 5, -6, 7, 1L << 50 } };
struct __attribute__((packed)) pb { unsigned a : 3; unsigned b : 13; unsigned c : 4; } pb = { 5, 5000, 9 };
int main(void) {
	printf("%s %d\n", fl.tail, after);
	struct pk k = pks[1]; k.i++; k.l += k.s;
	printf("%d %d %d %ld %zu\n", k.c, k.i, k.s, k.l, sizeof k);
	printf("%d %d %d %zu\n", pb.a, pb.b, pb.c, sizeof pb); pb.b = 4097; pb.c--; printf("%d %d %d\n", pb.a, pb.b, pb.c);
	return 0;
}
