/* SG-01: the default action of every signal. */
#include "row.h"
#include <sys/resource.h>

int main(void)
{
	struct rlimit none = {0, 0};
	setrlimit(RLIMIT_CORE, &none);
	for (int signal = 1; signal < 32; signal++) {
		pid_t child = fork();
		if (child == 0) {
			raise(signal);
			_exit(0);
		}
		int status;
		waitpid(child, &status, WUNTRACED);
		putchar(WIFSIGNALED(status) ? 'T' : WIFSTOPPED(status) ? 'S' : 'i');
		fflush(stdout);
		if (WIFSTOPPED(status)) {
			kill(child, SIGKILL);
			waitpid(child, &status, 0);
		}
	}
	putchar('\n');
	return 0;
}
