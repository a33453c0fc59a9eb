/* A mailbox called by a descriptor that is none, and read as if it were a file; no descriptor left for another. */
#include "row.h"
#include "mailbox.h"
#include <sys/resource.h>

int main(void)
{
	char letter[MAILBOX_LETTER_MAX];
	struct rlimit limit = {0, 0};
	int ends[2];
	mailbox_remove("/letters");
	int box = mailbox_open("/letters", 2);
	pipe(ends);
	show("send into a pipe", mailbox_send(ends[1], "hello", 5));
	show("receive from a pipe", mailbox_receive(ends[0], letter, sizeof letter, NULL));
	show("receive from nothing", mailbox_receive(77, letter, sizeof letter, NULL));
	getrlimit(RLIMIT_NOFILE, &limit);
	limit.rlim_cur = ends[1] + 1;
	setrlimit(RLIMIT_NOFILE, &limit);
	show("open without a descriptor", mailbox_open("/letters", 2));
	limit.rlim_cur = limit.rlim_max;
	setrlimit(RLIMIT_NOFILE, &limit);
	close(box);
	char long_name[80] = "/";
	memset(long_name + 1, 'x', 70);
	show("too long a name to open", mailbox_open(long_name, 2));
	show("too long a name to remove", mailbox_remove(long_name));
	show("no name to remove", mailbox_remove("letters"));
	show("remove", mailbox_remove("/letters"));
	return 0;
}
