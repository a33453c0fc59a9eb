#include <stdio.h>

// goto into and out of blocks; cleanup in the style of kernels.
static int run(int fail)
{
	int result = -1;
	printf("a");
	if (fail == 1)
		goto out_a;
	printf("b");
	if (fail == 2)
		goto out_b;
	printf("c");
	result = 0;
out_b:
	printf("B");
out_a:
	printf("A\n");
	return result;
}
int main(void)
{
	int n = 0;
	for (int i = 0; i < 3; i++)
		printf("%d ", run(i));
	printf("\n");
	goto middle;
	while (n < 3) {
		printf("top ");
middle:
		n++;
		printf("%d ", n);
	}
	printf("\n");
	if (n == 100) {
inside:
		printf("inside %d\n", n);
		return 0;
	}
	goto inside;
}
