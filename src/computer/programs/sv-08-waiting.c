/* SV-05, SV-08, SV-09, SV-11, SV-22: asleep in msgrcv and msgsnd, woken by a message, by room, by a signal, by the end of the queue. */
#include "row.h"
#include <sys/ipc.h>
#include <sys/msg.h>

struct letter {
	long type;
	char text[64];
};

static int q;

static int put(int queue, long type, const char *text, int flags)
{
	struct letter letter = {type, ""};
	strcpy(letter.text, text);
	return msgsnd(queue, &letter, strlen(text), flags);
}

static pid_t receiver(const char *name, size_t size, long type, int flags)
{
	pid_t pid = fork();
	if (pid == 0) {
		struct letter letter;
		ssize_t n = msgrcv(q, &letter, size, type, flags);
		if (n == -1)
			printf("%s: %s\n", name, strerror(errno));
		else
			printf("%s: '%.*s' of type %ld\n", name, (int)n, letter.text, letter.type);
		exit(0);
	}
	settle();
	return pid;
}

static pid_t sender(const char *name, long type, const char *text)
{
	pid_t pid = fork();
	if (pid == 0) {
		int result = put(q, type, text, 0);
		printf("%s: %s\n", name, result == 0 ? "sent" : strerror(errno));
		exit(0);
	}
	settle();
	return pid;
}

static void handler(int signal)
{
	(void)signal;
	write(1, "handler\n", 8);
}

static void inside(const char *what)
{
	struct msqid_ds now;
	msgctl(q, IPC_STAT, &now);
	printf("%s: %lu messages, %lu bytes\n", what, now.msg_qnum, now.msg_cbytes);
	fflush(stdout);
}

int main(void)
{
	struct letter letter;
	q = msgget(IPC_PRIVATE, 0600);
	row("SV-11 another type comes");
	pid_t two = receiver("for type 2", 64, 2, 0);
	put(q, 1, "first", 0);
	settle();
	inside("it sleeps on");
	put(q, 2, "second", 0);
	waitpid(two, NULL, 0);
	inside("it has its own");
	msgrcv(q, &letter, 64, 0, 0);

	row("SV-05 it is too long for who sleeps");
	pid_t small = fork();
	if (small == 0)
		_exit(msgrcv(q, &letter, 2, 0, 0) == -1 ? errno : 0);
	settle();
	pid_t cut = fork();
	if (cut == 0)
		_exit(10 + msgrcv(q, &letter, 2, 0, MSG_NOERROR));
	settle();
	int status;
	put(q, 1, "long", 0);
	waitpid(small, &status, 0);
	printf("small: %s\n", strerror(WEXITSTATUS(status)));
	waitpid(cut, &status, 0);
	printf("small, cut: %d bytes\n", WEXITSTATUS(status) - 10);
	inside("both have their answer");

	row("SV-22 nobody takes what was handed over");
	int stolen = 0;
	for (int i = 0; i < 20; i++) {
		if (fork() == 0) {
			msgrcv(q, &letter, 64, 0, 0);
			_exit(0);
		}
		settle();
		put(q, 1, "z", 0);
		if (msgrcv(q, &letter, 64, 0, IPC_NOWAIT) != -1)
			stolen++;
		wait(NULL);
	}
	printf("stolen: %d\n", stolen);
	fflush(stdout);

	row("SV-09 a handler with SA_RESTART while msgrcv waits");
	struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
	sigaction(SIGUSR1, &action, NULL);
	pid_t pid = receiver("interrupted", 64, 0, 0);
	kill(pid, SIGSTOP);
	settle();
	kill(pid, SIGCONT);
	settle();
	kill(pid, SIGUSR1);
	wait(NULL);

	row("SV-06, SV-09 asleep in msgsnd: room for one that comes later, a handler, room by msgctl");
	struct msqid_ds now;
	msgctl(q, IPC_STAT, &now);
	now.msg_qbytes = 10;
	msgctl(q, IPC_SET, &now);
	put(q, 1, "12345678", 0);
	sender("A", 1, "abcdef");
	sender("B", 1, "ghijklmno");
	sender("C", 1, "jk");
	inside("two for whom there is no room");
	wait(NULL);
	pid = sender("interrupted", 1, "xyz");
	kill(pid, SIGUSR1);
	waitpid(pid, NULL, 0);
	msgrcv(q, &letter, 64, 0, 0);
	settle();
	inside("one more");
	wait(NULL);
	now.msg_qbytes = 30;
	msgctl(q, IPC_SET, &now);
	wait(NULL);
	inside("room by msgctl");

	row("SV-08 the queue is removed");
	pid_t first = receiver("removed", 64, 5, 0);
	now.msg_qbytes = 11;
	msgctl(q, IPC_SET, &now);
	pid = sender("removed too", 1, "uvw");
	kill(first, SIGSTOP);
	settle();
	show("remove", msgctl(q, IPC_RMID, NULL));
	waitpid(pid, NULL, 0);
	kill(first, SIGCONT);
	waitpid(first, NULL, 0);
	return 0;
}
