/* call-keeps-failing: the wait for a process that is no child of one's own fails at once, again and again. */
#include <errno.h>
#include <unistd.h>

int main(void)
{
	char byte;

	while (read(42, &byte, 1) != 0)
		;
	return 0;
}
