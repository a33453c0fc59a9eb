/* own-read-end: one process alone writes more into a pipe than it holds; nobody else could read. */
#include <string.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	static char text[100000];

	if (pipe(fds) == -1)
		return 1;
	memset(text, 'x', sizeof text);
	if (write(fds[1], text, sizeof text) == -1)
		return 1;
	return read(fds[0], text, sizeof text) > 0 ? 0 : 1;
}
