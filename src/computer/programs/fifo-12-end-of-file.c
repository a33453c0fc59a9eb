/* F-12 to F-16, F-24, PO-15 to PO-17: end of file is not sticky, what survives which close, and what poll tells of it. */
#include "row.h"

static void events(const char *what, int fd)
{
	struct pollfd entry = {fd, POLLIN | POLLOUT, 0};
	poll(&entry, 1, 0);
	printf("%s:%s%s%s%s\n", what, entry.revents & POLLIN ? " IN" : "", entry.revents & POLLOUT ? " OUT" : "",
	       entry.revents & POLLERR ? " ERR" : "", entry.revents & POLLHUP ? " HUP" : "");
	fflush(stdout);
}

static int signals;

static void handler(int signal)
{
	(void)signal;
	signals++;
}

int main(void)
{
	char buffer[8];
	signal(SIGPIPE, handler);
	mkfifo("f", 0600);
	row("PO-15 what poll tells a reader as writers come and go");
	int r = open("f", O_RDONLY | O_NONBLOCK);
	events("never a writer", r);
	int w = open("f", O_WRONLY);
	int second = open("f", O_WRONLY);
	events("writers", r);
	row("F-24 end of file at the last close");
	close(second);
	show("one left", read(r, buffer, 8));
	close(w);
	events("writers gone", r);
	show("end of file", read(r, buffer, 8));
	row("PO-16 who opens to read now has seen no writer go");
	int late = open("f", O_RDONLY | O_NONBLOCK);
	events("late reader", late);
	events("old reader", r);
	close(late);
	row("F-13 a blocking read, the writers gone");
	fcntl(r, F_SETFL, 0);
	show("blocking, at once", read(r, buffer, 8));
	row("F-12 a new writer after end of file");
	w = open("f", O_WRONLY);
	events("new writer", r);
	show("write", write(w, "abc", 3));
	events("data", r);
	row("F-14 no reader, then one again");
	close(r);
	events("no reader", w);
	show("broken", write(w, "d", 1));
	show("signals", signals);
	r = open("f", O_RDONLY);
	row("F-15 what was inside has stayed while the writer stayed");
	show("still there", read(r, buffer, 8));
	show("whole again", write(w, "xyz", 3));
	show("signals", signals);
	row("F-16 the last close takes the bytes along; the name stays");
	close(w);
	close(r);
	r = open("f", O_RDONLY | O_NONBLOCK);
	w = open("f", O_WRONLY);
	show("all closed, all gone", read(r, buffer, 8));
	close(r);
	close(w);
	row("PO-17 poll with both ends in one descriptor");
	int both = open("f", O_RDWR);
	events("both", both);
	write(both, "q", 1);
	events("both with data", both);
	static char much[65536];
	fcntl(both, F_SETFL, O_NONBLOCK);
	while (write(both, much, 4096) > 0)
		;
	events("both, full", both);
	return 0;
}
