/* PR-06: the encoding of wait's status word. */
#include "row.h"
#include <sys/resource.h>

int main(void)
{
	struct rlimit none = {0, 0};
	setrlimit(RLIMIT_CORE, &none);
	int status;
	pid_t child = fork();
	if (child == 0)
		_exit(5);
	waitpid(child, &status, 0);
	printf("exit: %#06x\n", (unsigned)status);
	fflush(stdout);
	child = fork();
	if (child == 0)
		for (;;)
			pause();
	kill(child, SIGSTOP);
	waitpid(child, &status, WUNTRACED);
	printf("stopped: %#06x\n", (unsigned)status);
	kill(child, SIGCONT);
	waitpid(child, &status, WCONTINUED);
	printf("continued: %#06x\n", (unsigned)status);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	printf("killed: %#06x\n", (unsigned)status);
	fflush(stdout);
	child = fork();
	if (child == 0)
		raise(SIGSEGV);
	waitpid(child, &status, 0);
	printf("segv: %#06x\n", (unsigned)status & ~0x80u);
	return 0;
}
