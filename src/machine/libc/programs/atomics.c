// stdatomic.h.
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>

int main(void)
{
	atomic_int n = ATOMIC_VAR_INIT(5);
	atomic_long wide;
	_Atomic unsigned u = 1;
	atomic_bool done;
	atomic_flag flag = ATOMIC_FLAG_INIT;
	int other = 5;
	atomic_init(&wide, 1L << 40);
	atomic_store(&done, false);
	printf("%d ", atomic_load(&n));
	printf("%d ", atomic_fetch_add(&n, 3));
	printf("%d\n", atomic_exchange(&n, 5));
	printf("%d ", atomic_compare_exchange_strong(&n, &other, 7));
	printf("%d %d ", n, other);
	printf("%d ", atomic_compare_exchange_strong(&n, &other, 9));
	printf("%d %d\n", n, other);
	printf("%ld ", atomic_fetch_sub(&wide, 1));
	printf("%ld ", atomic_load_explicit(&wide, memory_order_acquire));
	printf("%u ", atomic_fetch_or(&u, 6));
	printf("%u ", atomic_fetch_and(&u, 3));
	printf("%u ", atomic_fetch_xor(&u, 1));
	u++;
	u += 10;
	printf("%u\n", u);
	printf("%d ", atomic_flag_test_and_set(&flag));
	printf("%d ", atomic_flag_test_and_set(&flag));
	atomic_flag_clear(&flag);
	printf("%d %d\n", atomic_flag_test_and_set(&flag), done);
	printf("%d ", __sync_fetch_and_add(&other, 2));
	printf("%d ", __atomic_add_fetch(&other, 2, __ATOMIC_SEQ_CST));
	printf("%d\n", __sync_bool_compare_and_swap(&other, 11, 1));
	atomic_uint_fast16_t fast = 65535;
	atomic_int_least8_t least = 127;
	fast++;
	least++;
	printf("%zu %lu %d %zu\n", sizeof fast, (unsigned long)fast, least, sizeof(atomic_wchar_t));
	return 0;
}
