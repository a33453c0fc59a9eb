/* each-waits-to-read: each side waits for the other to say the first word. */
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int there[2], back[2];
	char byte;

	if (pipe(there) == -1 || pipe(back) == -1)
		return 1;
	if (fork() == 0) { //@ name guest
		close(there[1]);
		close(back[0]);
		if (read(there[0], &byte, 1) == 1 && write(back[1], "g", 1) == 1)
			_exit(0);
		_exit(1);
	}
	close(there[0]);
	close(back[1]);
	if (read(back[0], &byte, 1) == 1 && write(there[1], "h", 1) == 1)
		wait(NULL);
	return 0;
}
