#include <stdio.h>
#include <stdatomic.h>
#include <stdbool.h>
// The generic functions of <stdatomic.h>.
static atomic_int counter = 5;
static atomic_bool ready;
static atomic_flag flag = ATOMIC_FLAG_INIT;
int main(void)
{
	int expected = 3;
	long old;
	atomic_long wide;
	atomic_init(&wide, 1L << 40);
	old = atomic_fetch_sub(&wide, 1);
	printf("%ld %ld\n", old, atomic_load(&wide));
	old = atomic_fetch_add_explicit(&counter, 7, memory_order_relaxed);
	printf("%ld %d\n", old, atomic_load_explicit(&counter, memory_order_acquire));
	atomic_store(&counter, 3);
	printf("%d ", atomic_compare_exchange_strong(&counter, &expected, 8));
	printf("%d ", atomic_compare_exchange_weak(&counter, &expected, 9));
	printf("%d %d\n", expected, counter);
	old = atomic_exchange(&counter, 1);
	old += atomic_fetch_or(&counter, 6) + atomic_fetch_and(&counter, 5) + atomic_fetch_xor(&counter, 1);
	printf("%ld %d\n", old, counter);
	atomic_store_explicit(&ready, true, memory_order_release);
	atomic_thread_fence(memory_order_seq_cst);
	printf("%d ", ready ? 1 : 0);
	printf("%d ", atomic_flag_test_and_set(&flag));
	printf("%d ", atomic_flag_test_and_set(&flag));
	atomic_flag_clear(&flag);
	printf("%d\n", atomic_flag_test_and_set(&flag));
	return 0;
}
