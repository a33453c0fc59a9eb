/* MQ-26, MQ-27, PO-18: a queue descriptor is a file descriptor. */
#include "row.h"
#include <mqueue.h>
#include <sys/select.h>

static void events(const char *what, int fd)
{
	struct pollfd entry = {fd, POLLIN | POLLOUT, 0};
	int n = poll(&entry, 1, 0);
	printf("%s: %d%s%s%s\n", what, n, entry.revents & POLLIN ? " IN" : "", entry.revents & POLLOUT ? " OUT" : "",
	       entry.revents & ~(POLLIN | POLLOUT) ? " more" : "");
}

int main(int argc, char *argv[])
{
	char buffer[100];
	struct mq_attr attributes = {0, 2, 16, 0, {0}};
	struct mq_attr now;
	if (argc > 1) {
		show("after exec", mq_getattr(atoi(argv[1]), &now));
		return 0;
	}
	row("MQ-26 the lowest number, closed on exec");
	mq_unlink("/mq26");
	int hole = open("/dev/null", O_RDONLY);
	close(hole);
	mqd_t q = mq_open("/mq26", O_RDWR | O_CREAT, 0640, &attributes);
	printf("lowest: %d\n", q == hole);
	show("FD_CLOEXEC", fcntl(q, F_GETFD));
	printf("flags: %#x\n", fcntl(q, F_GETFL) & ~0100000);
	row("PO-18 poll and select");
	events("empty", q);
	mq_send(q, "hello", 5, 0);
	events("partly full", q);
	mq_send(q, "you", 3, 0);
	events("full", q);
	mqd_t reader = mq_open("/mq26", O_RDONLY);
	events("full, for a reader", reader);
	fd_set set;
	FD_ZERO(&set);
	FD_SET(q, &set);
	show("select", select(q + 1, &set, NULL, NULL, NULL));

	row("MQ-27 read tells of the queue and takes no message");
	ssize_t n = read(q, buffer, sizeof buffer);
	printf("read %zd: %.*s", n, (int)n, buffer);
	show("read on", read(q, buffer, sizeof buffer));
	show("from the middle", pread(q, buffer, 7, 6));
	printf("%.7s\n", buffer);
	show("write", write(q, "x", 1));
	show("write to a reader", write(reader, "x", 1));
	show("seek", lseek(q, 0, SEEK_SET));
	show("read again", read(q, buffer, 20));
	struct sigevent event;
	memset(&event, 0, sizeof event);
	event.sigev_notify = SIGEV_SIGNAL;
	event.sigev_signo = SIGUSR2;
	mq_notify(q, &event);
	n = pread(q, buffer, sizeof buffer, 0);
	char *pid = strstr(buffer, "PID:");
	printf("%.*s%s\n", (int)(pid - buffer + 4), buffer, atoi(pid + 4) == getpid() ? "own" : "other");
	event.sigev_notify = SIGEV_NONE;
	mq_notify(q, NULL);
	mq_notify(q, &event);
	pread(q, buffer, sizeof buffer, 0);
	printf("%.*s\n", (int)(strstr(buffer, "NOTIFY_PID") - buffer), buffer);
	struct stat status;
	fstat(q, &status);
	printf("mode %o, %ld bytes, %d names\n", status.st_mode, (long)status.st_size, (int)status.st_nlink);
	show("fsync", fsync(q));
	show("truncate", ftruncate(reader, 0));
	show("fchmod", fchmod(q, 0400));
	fstat(q, &status);
	printf("mode %o\n", status.st_mode);

	row("MQ-26 dup, fork, exec");
	int copy = dup(q);
	mq_receive(copy, buffer, 16, NULL);
	show("through a copy", mq_getattr(copy, &now));
	printf("%ld inside\n", now.mq_curmsgs);
	if (fork() == 0) {
		struct mq_attr nonblock = {O_NONBLOCK, 0, 0, 0, {0}};
		mq_setattr(q, &nonblock, NULL);
		_exit(0);
	}
	wait(NULL);
	mq_getattr(q, &now);
	printf("the child has set O_NONBLOCK for both: %d\n", now.mq_flags == O_NONBLOCK);
	fflush(stdout);
	char number[12];
	if (fork() == 0) {
		sprintf(number, "%d", q);
		execl("./mq-26-descriptors", "mq-26-descriptors", number, NULL);
		_exit(1);
	}
	wait(NULL);

	if (fork() == 0) {
		mq_receive(q, buffer, 16, NULL);
		struct pollfd entry = {q, POLLIN, 0};
		show("poll", poll(&entry, 1, -1));
		_exit(0);
	}
	settle();
	settle();
	show("send", mq_send(q, "late", 4, 0));
	wait(NULL);
	mq_unlink("/mq26");
	fstat(q, &status);
	printf("%d names\n", (int)status.st_nlink);
	return 0;
}
