/* F-12..16, 24, PO-15..17: end of file is not sticky, what survives which close, and what poll tells of it. */
#include "row.h"

static void events(const char *what, int fd)
{
	struct pollfd entry = {fd, POLLIN | POLLOUT, 0};
	poll(&entry, 1, 0);
	printf("%s:%s%s%s%s\n", what, entry.revents & POLLIN ? " IN" : "", entry.revents & POLLOUT ? " OUT" : "",
	       entry.revents & POLLERR ? " ERR" : "", entry.revents & POLLHUP ? " HUP" : "");
}

int main(void)
{
	char buffer[8];
	signal(SIGPIPE, SIG_IGN);
	mkfifo("f", 0600);
	int r = open("f", O_RDONLY | O_NONBLOCK);
	events("never a writer", r);
	int w = open("f", O_WRONLY);
	int second = open("f", O_WRONLY);
	events("writers", r);
	close(second);
	show("one left", read(r, buffer, 8));
	close(w);
	events("writers gone", r);
	show("end of file", read(r, buffer, 8));
	int late = open("f", O_RDONLY | O_NONBLOCK);
	events("late reader", late);
	events("old reader", r);
	close(late);
	fcntl(r, F_SETFL, 0);
	show("blocking, at once", read(r, buffer, 8));
	w = open("f", O_WRONLY);
	events("new writer", r);
	show("write", write(w, "abc", 3));
	events("data", r);
	close(r);
	events("no reader", w);
	show("broken", write(w, "d", 1));
	r = open("f", O_RDONLY);
	show("still there", read(r, buffer, 8));
	show("whole again", write(w, "xyz", 3));
	close(w);
	close(r);
	r = open("f", O_RDONLY | O_NONBLOCK);
	w = open("f", O_WRONLY);
	show("all closed, all gone", read(r, buffer, 8));
	close(r);
	close(w);
	int both = open("f", O_RDWR);
	events("both", both);
	write(both, "q", 1);
	events("both with data", both);
	return 0;
}
