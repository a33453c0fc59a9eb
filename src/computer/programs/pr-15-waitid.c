/* PR-15, PR-16: waitid with WNOWAIT leaves the zombie; WNOHANG without one gives si_pid 0. */
#include "row.h"

int main(void)
{
	siginfo_t info;
	int go[2];
	pipe(go);
	pid_t child = fork();
	if (child == 0) {
		char byte;
		read(go[0], &byte, 1);
		_exit(6);
	}
	memset(&info, 0, sizeof info);
	show("running", waitid(P_PID, child, &info, WEXITED | WNOHANG));
	printf("si_pid %d\n", info.si_pid);
	write(go[1], "x", 1);
	show("look", waitid(P_ALL, 0, &info, WEXITED | WNOWAIT));
	printf("signo %d code %d status %d child %d\n", info.si_signo, info.si_code, info.si_status,
	       info.si_pid == child);
	int status;
	printf("still there: %d\n", waitpid(child, &status, 0) == child);
	show_status("status", status);
	return 0;
}
