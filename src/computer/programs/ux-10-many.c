/* sendmmsg and recvmmsg: several messages by one call. */
#define _GNU_SOURCE
#include "ux.h"

int main(void)
{
	int pair[2];
	socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
	char words[3][8] = {"one", "two", "three"};
	struct iovec parts[3];
	struct mmsghdr out[3] = {0}, in[4] = {0};
	for (int i = 0; i < 3; i++) {
		parts[i] = (struct iovec){words[i], strlen(words[i])};
		out[i].msg_hdr.msg_iov = &parts[i];
		out[i].msg_hdr.msg_iovlen = 1;
	}
	tell("sent", sendmmsg(pair[0], out, 3, 0));
	printf("%u %u %u\n", out[0].msg_len, out[1].msg_len, out[2].msg_len);

	char places[4][8] = {{0}};
	struct iovec rooms[4];
	for (int i = 0; i < 4; i++) {
		rooms[i] = (struct iovec){places[i], i == 2 ? 4 : 8};
		in[i].msg_hdr.msg_iov = &rooms[i];
		in[i].msg_hdr.msg_iovlen = 1;
	}
	tell("received", recvmmsg(pair[1], in, 4, MSG_WAITFORONE, NULL));
	for (int i = 0; i < 3; i++)
		printf("%u \"%.*s\" flags %x\n", in[i].msg_len, (int)in[i].msg_len, places[i], in[i].msg_hdr.msg_flags);
	tell("none", recvmmsg(pair[1], in, 4, MSG_DONTWAIT, NULL));
	struct timespec bad = {0, 1000000000};
	tell("no time", recvmmsg(pair[1], in, 4, 0, &bad));
	close(pair[1]);
	tell("to nobody", sendmmsg(pair[0], out, 3, MSG_NOSIGNAL));
	tell("nothing", sendmmsg(pair[0], out, 0, 0));
	return 0;
}
