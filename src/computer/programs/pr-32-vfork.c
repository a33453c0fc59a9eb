/* vfork: the parent sleeps until the child has ended or called execve, and both use one memory. */
#define _GNU_SOURCE
#include "row.h"

static volatile int shared;

static void handler(int signal)
{
	(void)signal;
	write(1, "parent: handler\n", 16);
}

static int second(void)
{
	show("after execl, shared", shared);
	return 4;
}

static void memory(void)
{
	volatile int local = 1;
	int status;
	pid_t child = vfork();
	if (child == 0) {
		settle();
		shared = 7;
		local = 2;
		_exit(3);
	}
	show("shared", shared);
	show("local", local);
	waitpid(child, &status, 0);
	show_status("child", status);
}

static void descriptors(void)
{
	int ends[2];
	pipe(ends);
	if (vfork() == 0) {
		close(ends[1]);
		write(1, "child: closed\n", 14);
		_exit(0);
	}
	show("still open in the parent", fcntl(ends[1], F_GETFD));
	close(ends[0]);
	close(ends[1]);
	wait(NULL);
}

static void signals(void)
{
	int status;
	signal(SIGUSR1, handler);
	if (vfork() == 0) {
		kill(getppid(), SIGUSR1);
		settle();
		write(1, "child: has sent it\n", 19);
		raise(SIGKILL);
	}
	wait(&status);
	show_status("child", status);
}

static void exec(char *name)
{
	int status;
	shared = 1;
	pid_t child = vfork();
	if (child == 0) {
		shared = 2;
		execl(name, name, "second", (char *)NULL);
		_exit(127);
	}
	show("shared after the child's execl", waitpid(child, &status, 0) == child ? shared : -1);
	show_status("child", status);
	if (vfork() == 0) {
		execl("./missing", "missing", (char *)NULL);
		shared = errno;
		_exit(127);
	}
	wait(&status);
	show_status("no such program", status);
	show("its errno is known", shared == ENOENT);
}

static void nested(void)
{
	if (vfork() == 0) {
		if (vfork() == 0) {
			settle();
			write(1, "grandchild\n", 11);
			_exit(0);
		}
		write(1, "child\n", 6);
		_exit(0);
	}
	write(1, "parent\n", 7);
	wait(NULL);
}

static void in_a_copy(void)
{
	if (fork() == 0) {
		if (vfork() == 0) {
			settle();
			shared = 5;
			_exit(0);
		}
		show("in the forked one", shared);
		_exit(0);
	}
	wait(NULL);
	show("in its parent", shared);
}

int main(int argc, char **argv)
{
	if (argc > 1)
		return second();
	memory();
	descriptors();
	signals();
	exec(argv[0]);
	nested();
	in_a_copy();
	return 0;
}
