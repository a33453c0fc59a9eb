/* never-ready: select waits for two pipes; the parent of the two silent writers holds both write ends. */
#include <sys/select.h>
#include <unistd.h>

int main(void)
{
	int one[2], two[2];
	fd_set set;

	if (pipe(one) == -1 || pipe(two) == -1)
		return 1;
	FD_ZERO(&set);
	FD_SET(one[0], &set);
	FD_SET(two[0], &set);
	return select(two[0] + 1, &set, NULL, NULL, NULL) == -1;
}
