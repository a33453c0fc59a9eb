/* MQ-01 to MQ-04, MQ-18, MQ-25: names, making and opening, attributes and what may be set of them, unlink while open. */
#include "row.h"
#include <mqueue.h>

static mqd_t make(const char *name, int flags, long messages, long size)
{
	struct mq_attr attributes = {0, messages, size, 0, {0}};
	return mq_open(name, O_RDWR | O_CREAT | flags, 0600, &attributes);
}

static void tell(const char *what, mqd_t queue)
{
	struct mq_attr a;
	if (mq_getattr(queue, &a) == -1)
		show(what, -1);
	else
		printf("%s: flags %ld, maxmsg %ld, msgsize %ld, curmsgs %ld\n", what, a.mq_flags, a.mq_maxmsg, a.mq_msgsize,
		       a.mq_curmsgs);
}

int main(void)
{
	char longest[300] = "/";
	mq_unlink("/mq01");
	row("MQ-01 there or not, O_CREAT and O_EXCL");
	show("missing", mq_open("/mq01", O_RDWR));
	show("unlink missing", mq_unlink("/mq01"));
	mqd_t first = make("/mq01", O_EXCL, 4, 32);
	show("made", first);
	show("made again with O_EXCL", make("/mq01", O_EXCL, 4, 32));
	mqd_t second = make("/mq01", O_NONBLOCK, 9, 99);
	show("opened with O_CREAT", second);
	tell("first", first);
	tell("second", second);
	mq_send(first, "m", 1, 0);
	tell("one message", second);
	show("both access bits", mq_open("/mq01", O_RDWR | O_WRONLY));

	row("MQ-03 names");
	show("no slash", mq_open("mq01", O_RDWR));
	show("only a slash", mq_open("/", O_RDWR));
	show("empty", mq_open("", O_RDWR));
	show("two slashes", mq_open("/a/b", O_RDWR | O_CREAT, 0600, NULL));
	show("dot", mq_open("/.", O_RDWR));
	memset(longest + 1, 'x', 255);
	show("255 letters", mq_open(longest, O_RDWR));
	longest[256] = 'x';
	show("256 letters", mq_open(longest, O_RDWR));
	show("256 letters to unlink", mq_unlink(longest));
	show("no slash to unlink", mq_unlink("mq01"));
	show("two slashes to unlink", mq_unlink("/a/b"));
	show("a slash to unlink", mq_unlink("/"));

	row("MQ-04 sizes that are none");
	show("no messages", make("/mq01-0", 0, 0, 32));
	show("no bytes", make("/mq01-0", 0, 4, 0));
	show("negative", make("/mq01-0", 0, -1, 32));
	show("attributes do not matter once it exists", make("/mq01", 0, 0, 0));

	row("MQ-25 of its attributes only O_NONBLOCK changes");
	struct mq_attr change = {O_NONBLOCK, 7, 7, 7, {0}};
	struct mq_attr old;
	show("set", mq_setattr(first, &change, &old));
	printf("old flags %ld, messages %ld\n", old.mq_flags, old.mq_curmsgs);
	tell("after", first);
	change.mq_flags = O_NONBLOCK | O_APPEND;
	show("other flags", mq_setattr(first, &change, NULL));
	show("other flags, bad descriptor", mq_setattr(77, &change, NULL));
	change.mq_flags = 0;
	show("set back", mq_setattr(first, &change, NULL));
	tell("at last", first);
	show("bad descriptor", mq_setattr(77, &change, NULL));
	show("not a queue", mq_getattr(1, &old));

	row("MQ-18 the name goes, the queue goes on; a new one of that name is another");
	show("unlink", mq_unlink("/mq01"));
	show("unlink again", mq_unlink("/mq01"));
	show("opened by name", mq_open("/mq01", O_RDWR));
	tell("still there", first);
	mqd_t other = make("/mq01", 0, 4, 32);
	tell("another", other);
	show("close", mq_close(first));
	show("closed", mq_close(first));
	tell("closed", first);
	mq_unlink("/mq01");
	row("MQ-02 without attributes");
	mqd_t usual = mq_open("/mq01-usual", O_RDWR | O_CREAT, 0600, NULL);
	tell("usual", usual);
	mq_unlink("/mq01-usual");
	return 0;
}
