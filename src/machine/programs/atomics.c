#include <stdio.h>

// Atomic types and operations.
#include <stdbool.h>
static _Atomic int counter = 5;
static _Atomic long wide;
static char flag;
int main(void)
{
	int plain = 10, expected = 3;
	counter++;
	counter += 4;
	--counter;
	printf("%d ", counter--);
	printf("%d\n", counter);
	printf("%d ", __atomic_fetch_add(&counter, 7, __ATOMIC_SEQ_CST));
	printf("%d\n", __atomic_load_n(&counter, __ATOMIC_SEQ_CST));
	__atomic_store_n(&counter, 3, __ATOMIC_SEQ_CST);
	printf("%d ", __atomic_compare_exchange_n(&counter, &expected, 8, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
	printf("%d ", __atomic_compare_exchange_n(&counter, &expected, 9, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
	printf("%d ", expected);
	printf("%d\n", __atomic_exchange_n(&counter, 1, __ATOMIC_SEQ_CST));
	wide = 1L << 40;
	wide |= 5;
	printf("%ld\n", wide);
	printf("%d ", __atomic_test_and_set(&flag, __ATOMIC_SEQ_CST));
	printf("%d\n", __atomic_test_and_set(&flag, __ATOMIC_SEQ_CST));
	__atomic_clear(&flag, __ATOMIC_SEQ_CST);
	printf("%d\n", __atomic_test_and_set(&flag, __ATOMIC_SEQ_CST));
	printf("%d ", __sync_fetch_and_add(&plain, 5));
	printf("%d\n", __sync_add_and_fetch(&plain, 5));
	printf("%d ", __sync_bool_compare_and_swap(&plain, 20, 1));
	printf("%d\n", __sync_val_compare_and_swap(&plain, 1, 2));
	printf("%d ", __atomic_load_n(&plain, __ATOMIC_SEQ_CST));
	printf("%d\n", __atomic_exchange_n(&plain, 6, __ATOMIC_SEQ_CST));
	__atomic_store_n(&plain, 9, __ATOMIC_RELEASE);
	printf("%d ", __sync_lock_test_and_set(&plain, 1));
	printf("%d\n", plain);
	return 0;
}
