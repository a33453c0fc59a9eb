#include <stdio.h>

// A small interpreter with labels as values: a table of them, their differences, and labels held in variables.
static int run(const char *code, int verbose)
{
	static void *const table[] = { &&halt, &&push, &&add, &&mul, [4 ... 9] = &&bad };
	int stack[8], top = 0;
#define NEXT goto *table[*code++ - '0']

	NEXT;
push:
	stack[top++] = *code++ - '0';
	NEXT;
add:
	top--;
	stack[top - 1] += stack[top];
	NEXT;
mul:
	top--;
	stack[top - 1] *= stack[top];
	NEXT;
bad:
	if (verbose)
		printf("bad instruction %c\n", code[-1]);
	return -1;
halt:
	return stack[0];
}

static int rounds(int n)
{
	void *next = n & 1 ? &&odd : &&even;
	int count = 0;

again:
	goto *next;
odd:
	count += 10;
	next = &&even;
	if (--n > 0)
		goto again;
	return count;
even:
	for (int i = 0; i < 3; i++) {
		if (i == 2)
			goto *(n > 1 ? &&out : &&end);
		count++;
	}
out:
	next = &&odd;
	if (--n > 0)
		goto again;
end:
	return count + (&&odd != &&even) + (next == &&odd);
}

int main(void)
{
	printf("%d %d %d\n", run("131420", 1), run("121521312230", 1), run("135", 1));
	for (int n = 1; n < 6; n++)
		printf("%d ", rounds(n));
	putchar('\n');
	return 0;
}
