/* UX-23..26: datagram sockets with names: who sent it, full queues, receivers that are gone, connected ones. */
#define _GNU_SOURCE
#include "ux.h"

static void from(const char *what, int fd, int flags)
{
	struct sockaddr_un address;
	memset(&address, 0, sizeof address);
	socklen_t length = sizeof address;
	long got = recvfrom(fd, text, 10, flags, (struct sockaddr *)&address, &length);
	if (got == -1)
		tell(what, -1);
	else
		printf("%s: %ld \"%.*s\" from length %d %s\n", what, got, (int)got, text, (int)length,
		       length > 2 ? address.sun_path : "nobody");
	fflush(stdout);
}

static long to(int fd, const char *path, const char *what, int flags)
{
	struct sockaddr_un address = name(path);
	return sendto(fd, what, strlen(what), flags, (struct sockaddr *)&address, sizeof address);
}

int main(void)
{
	signal(SIGPIPE, on_signal);
	row("UX-23, UX-25 who sent it");
	int receiver = named(SOCK_DGRAM, "r");
	int sender = socket(AF_UNIX, SOCK_DGRAM, 0);
	events("unconnected", sender);
	tell("no destination", send(sender, "x", 1, 0));
	tell("missing", to(sender, "none", "x", 0));
	tell("send", to(sender, "r", "anon", 0));
	from("unnamed", receiver, 0);
	int known = named(SOCK_DGRAM, "k");
	tell("send", to(known, "r", "named", 0));
	from("named", receiver, 0);
	tell("to itself", to(receiver, "r", "me", 0));
	from("from itself", receiver, 0);
	tell("bad address", sendto(sender, "x", 1, 0, (struct sockaddr *)&(struct sockaddr_un){AF_INET, "r"}, 110));

	printf("-- UX-24 a full queue\n");
	int count = 0;
	while (to(sender, "r", "x", MSG_DONTWAIT) == 1)
		count++;
	tell("full", to(sender, "r", "x", MSG_DONTWAIT));
	printf("%d fit\n", count);
	tell("full for another", to(known, "r", "x", MSG_DONTWAIT));
	events("receiver", receiver);
	events("sender", sender);
	tell("connect", join(sender, "r"));
	events("connected sender", sender);
	from("one", receiver, 0);
	events("connected sender", sender);
	tell("one more", send(sender, "y", 1, MSG_DONTWAIT));
	fflush(stdout);
	if (fork() == 0) {
		tell("blocked send", send(sender, "z", 1, 0));
		_exit(0);
	}
	settle();
	from("one", receiver, 0);
	wait(NULL);
	while (recv(receiver, text, 10, MSG_DONTWAIT) > 0)
		;

	printf("-- UX-26 connected\n");
	tell("send", send(sender, "hi", 2, 0));
	from("hi", receiver, 0);
	int third = socket(AF_UNIX, SOCK_DGRAM, 0);
	int named_one = named(SOCK_DGRAM, "n");
	tell("connect", join(named_one, "k"));
	tell("third party", to(third, "n", "x", 0));
	tell("third party connects", join(third, "n"));
	tell("its peer", to(known, "n", "ok", 0));
	from("from its peer", named_one, 0);
	tell("elsewhere all the same", to(named_one, "r", "else", 0));
	from("elsewhere", receiver, 0);
	struct sockaddr_un nobody = {.sun_family = AF_UNSPEC};
	tell("forget", connect(named_one, (struct sockaddr *)&nobody, sizeof nobody));
	tell("send", send(named_one, "x", 1, 0));
	tell("third party", to(third, "n", "x", 0));
	tell("forget nobody", connect(named_one, (struct sockaddr *)&nobody, sizeof nobody));

	printf("-- UX-25 the receiver is gone\n");
	close(receiver);
	tell("send", send(sender, "x", 1, 0));
	told_signals();
	tell("again", send(sender, "x", 1, 0));
	tell("by name", to(sender, "r", "x", 0));
	tell("connect", join(sender, "r"));
	named(SOCK_DGRAM, "r");
	unlink("r");
	receiver = named(SOCK_DGRAM, "r");
	tell("connect", join(sender, "r"));
	fflush(stdout);
	for (int i = 0; i < 11; i++)
		send(sender, "x", 1, MSG_DONTWAIT);
	if (fork() == 0) {
		close(receiver);
		tell("blocked send", send(sender, "z", 1, 0));
		_exit(0);
	}
	settle();
	close(receiver);
	wait(NULL);
	return 0;
}
