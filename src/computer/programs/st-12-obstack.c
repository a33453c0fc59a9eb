/* Obstacks: objects that grow, one behind the other. */
#define _GNU_SOURCE
#include "row.h"
#include <obstack.h>

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

int main(void)
{
	struct obstack stack;
	show("init", obstack_init(&stack));
	char *first = obstack_copy0(&stack, "hello", 5);
	obstack_grow(&stack, "grown", 5);
	obstack_1grow(&stack, '!');
	show("size", obstack_object_size(&stack));
	obstack_grow0(&stack, " more", 5);
	char *second = obstack_finish(&stack);
	int *numbers = obstack_alloc(&stack, 10 * sizeof *numbers);
	for (int i = 0; i < 10; i++)
		numbers[i] = i * i;
	obstack_printf(&stack, "%d and %s", 42, "text");
	obstack_1grow(&stack, 0);
	char *third = obstack_finish(&stack);
	obstack_int_grow(&stack, 7);
	obstack_ptr_grow(&stack, first);
	show("size", obstack_object_size(&stack));
	obstack_finish(&stack);
	for (int i = 0; i < 3000; i++)
		obstack_grow(&stack, "0123456789", 10);
	show("size", obstack_object_size(&stack));
	char *large = obstack_finish(&stack);
	printf("%s, %s, %s, %d, %.12s\n", first, second, third, numbers[9], large);
	obstack_free(&stack, numbers);
	show("the same place again", obstack_alloc(&stack, 8) == (void *)numbers);
	printf("%s, %s\n", first, second);
	obstack_free(&stack, NULL);
	return 0;
}
