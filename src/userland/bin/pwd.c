/* pwd: where one stands. */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	char path[4096];
	if (getcwd(path, sizeof path) == NULL)
		error(1, errno, "cannot get the working directory");
	puts(path);
	return 0;
}
