#include <stdio.h>
#include <assert.h>
#include <stdalign.h>
#include <stdnoreturn.h>
#include <stdlib.h>
// Newer words of C.
static noreturn void stop(int status) { printf("stop\n"); exit(status); }
static inline int twice(int x) { return 2 * x; }
_Static_assert(sizeof(long) == 8, "LP64");
struct aligned { char c; alignas(16) char d; };
int main(void)
{
	alignas(16) char buffer[3] = "ab";
	static _Thread_local int per_thread = 4;
	assert(twice(2) == 4);
	printf("%zu %zu %d\n", alignof(struct aligned), sizeof(struct aligned), (int)((unsigned long)buffer % 16));
	printf("%d %s\n", per_thread, __func__);
	int restrict_test[2] = { 1, 2 }, *restrict p = restrict_test;
	register int r = p[1];
	const volatile int cv = 3;
	printf("%d %d\n", r, cv);
	__extension__ long long ll = 5LL;
	int unused __attribute__((unused)) = 1;
	printf("%lld\n", ll);
	if (__builtin_expect(r == 2, 1))
		stop(3);
	return 0;
}
