/* UX-45: how much is to be sent is more than the process has there. */
#include "ux.h"

static char room[10], *bytes = room;

int main(void)
{
	int letters[2], records[2], pair[2];
	signal(SIGPIPE, SIG_IGN);
	socketpair(AF_UNIX, SOCK_DGRAM, 0, letters);
	socketpair(AF_UNIX, SOCK_SEQPACKET, 0, records);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	row("UX-45 counts that no letter can have");
	tell("letter of -1", send(letters[0], bytes, -1, 0));
	tell("letter of a million, nowhere", send(letters[0], (char *)8, 1 << 20, 0));
	tell("letter of 10, nowhere", send(letters[0], (char *)8, 10, 0));
	tell("letter of 100000, few of them there", send(letters[0], bytes, 100000, 0));
	tell("record of -1", sendto(records[0], bytes, -1, 0, NULL, 0));
	tell("stream of -1", send(pair[0], bytes, -1, 0));
	tell("write of -1", write(letters[0], bytes, -1));
	tell("write of 2147483647", write(letters[0], bytes, 2147483647));
	tell("write of 100000", write(records[0], bytes, 100000));
	tell("nothing came", recv(letters[1], text, sizeof text, MSG_DONTWAIT));
	tell("nothing came", recv(records[1], text, sizeof text, MSG_DONTWAIT));
	tell("nothing came", recv(pair[1], text, sizeof text, MSG_DONTWAIT));
	tell("receive up to -1", recv(letters[1], text, -1, MSG_DONTWAIT));
	return 0;
}
