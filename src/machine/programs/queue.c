#include <stdio.h>

// A ring buffer, as in producer and consumer programs.
#define SIZE 4
struct ring { int slots[SIZE]; unsigned in, out; };
static int put(struct ring *r, int x)
{
	if (r->in - r->out == SIZE)
		return 0;
	r->slots[r->in++ % SIZE] = x;
	return 1;
}
static int get(struct ring *r, int *x)
{
	if (r->in == r->out)
		return 0;
	*x = r->slots[r->out++ % SIZE];
	return 1;
}
int main(void)
{
	static struct ring ring;
	int x, made = 0;
	for (int round = 0; round < 5; round++) {
		while (put(&ring, made))
			made++;
		for (int i = 0; i < 3 && get(&ring, &x); i++)
			printf("%d ", x);
	}
	while (get(&ring, &x))
		printf("%d ", x);
	printf("\n%u %u\n", ring.in, ring.out);
	return 0;
}
