/* What a process sets about itself: its name, the signal of its parent's end, whether it may gain privileges, and whose orphans it adopts. */
#include "row.h"
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

static void name(void)
{
	char text[16] = "";
	char file[40], line[32] = "";
	show("PR_SET_NAME", prctl(PR_SET_NAME, "a name that is too long"));
	show("PR_GET_NAME", prctl(PR_GET_NAME, text));
	printf("%s\n", text);
	snprintf(file, sizeof file, "/proc/%d/comm", (int)getpid());
	int fd = open(file, O_RDONLY);
	ssize_t length = read(fd, line, sizeof line - 1);
	close(fd);
	printf("%.*s", (int)length, line);
	fflush(stdout);
	if (fork() == 0) {
		prctl(PR_GET_NAME, text);
		printf("the child inherits it: %s\n", text);
		exit(0);
	}
	wait(NULL);
}

static void numbers(void)
{
	int signal = -1;
	show("PR_GET_PDEATHSIG", prctl(PR_GET_PDEATHSIG, &signal));
	printf("%d\n", signal);
	show("PR_SET_PDEATHSIG 65", prctl(PR_SET_PDEATHSIG, 65));
	show("PR_SET_PDEATHSIG", prctl(PR_SET_PDEATHSIG, SIGUSR1));
	prctl(PR_GET_PDEATHSIG, &signal);
	printf("%d\n", signal);
	fflush(stdout);
	if (fork() == 0) {
		prctl(PR_GET_PDEATHSIG, &signal);
		printf("the child does not inherit it: %d\n", signal);
		exit(0);
	}
	wait(NULL);
	show("PR_SET_PDEATHSIG 0", prctl(PR_SET_PDEATHSIG, 0));
	show("PR_GET_DUMPABLE", prctl(PR_GET_DUMPABLE));
	show("PR_SET_DUMPABLE 3", prctl(PR_SET_DUMPABLE, 3));
	show("PR_SET_DUMPABLE", prctl(PR_SET_DUMPABLE, 0));
	show("PR_GET_DUMPABLE", prctl(PR_GET_DUMPABLE));
	show("PR_GET_NO_NEW_PRIVS", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
	show("PR_SET_NO_NEW_PRIVS 0", prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
	show("PR_SET_NO_NEW_PRIVS", prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	show("PR_GET_NO_NEW_PRIVS", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
	show("none", prctl(12345, 0, 0, 0, 0));
	show("a name from nowhere", prctl(PR_SET_NAME, 8L));
	show("a name to nowhere", prctl(PR_GET_NAME, 8L));
}

static void on_signal(int number)
{
	(void)number;
	write(1, "my parent has ended\n", 20);
	_exit(0);
}

/* The grandchild holds the pipe open until it has ended. */
static void end_of_the_parent(void)
{
	int done[2], ready[2];
	char byte;
	pipe(done);
	pipe(ready);
	if (fork() == 0) {
		if (fork() == 0) {
			signal(SIGUSR1, on_signal);
			prctl(PR_SET_PDEATHSIG, SIGUSR1);
			write(ready[1], "x", 1);
			for (;;)
				pause();
		}
		read(ready[0], &byte, 1);
		_exit(0);
	}
	close(done[1]);
	wait(NULL);
	show("read", read(done[0], &byte, 1));
}

/* A child that ends leaves two children of its own: one ends at once, the other when the pipe is closed. */
static void family(const char *what, int dies)
{
	int tell[2], hold[2], was_here = getpid(), parents[2];
	char byte;
	pipe(tell);
	pipe(hold);
	pid_t middle = fork();
	if (middle == 0) {
		for (int i = 0; i < 2; i++) {
			if (fork() == 0) {
				close(hold[1]);
				if (i == dies)
					_exit(3);
				read(hold[0], &byte, 1);
				int parent = getppid();
				write(tell[1], &parent, sizeof parent);
				_exit(4);
			}
		}
		settle();
		_exit(2);
	}
	close(tell[1]);
	waitpid(middle, NULL, 0);
	close(hold[1]);
	close(hold[0]);
	for (int i = 0; i < 2 - (dies >= 0); i++) {
		if (read(tell[0], &parents[i], sizeof parents[i]) != sizeof parents[i])
			perror("read");
		printf("%s: the orphan is %s\n", what, parents[i] == was_here ? "mine" : "another's");
	}
	close(tell[0]);
}

static void orphans(void)
{
	int reaper = -1, status;
	show("PR_GET_CHILD_SUBREAPER", prctl(PR_GET_CHILD_SUBREAPER, &reaper));
	printf("%d\n", reaper);
	family("without", -1);
	show("wait", wait(NULL));
	show("PR_SET_CHILD_SUBREAPER", prctl(PR_SET_CHILD_SUBREAPER, 7));
	prctl(PR_GET_CHILD_SUBREAPER, &reaper);
	printf("%d\n", reaper);
	fflush(stdout);
	if (fork() == 0) {
		prctl(PR_GET_CHILD_SUBREAPER, &reaper);
		printf("the child does not inherit it: %d\n", reaper);
		exit(0);
	}
	wait(NULL);
	family("with", 0);
	for (int i = 0; i < 2; i++) {
		show("wait", wait(&status) > 0);
		show_status("orphan", status);
	}
	show("wait", wait(NULL));
	show("PR_GET_CHILD_SUBREAPER to nowhere", prctl(PR_GET_CHILD_SUBREAPER, 8L));
	show("PR_SET_CHILD_SUBREAPER 0", prctl(PR_SET_CHILD_SUBREAPER, 0));
	family("no more", -1);
	show("wait", wait(NULL));
}

int main(void)
{
	name();
	numbers();
	end_of_the_parent();
	orphans();
	return 0;
}
