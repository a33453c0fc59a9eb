// sendmmsg, recvmmsg: one call of sendmsg or recvmsg after the other; what comes after an error waits for the next call.
#define _GNU_SOURCE
#include <errno.h>
#include <sys/socket.h>
#include <time.h>

int sendmmsg(int socket, struct mmsghdr *messages, unsigned int count, int flags)
{
	unsigned int done = 0;
	while (done < count) {
		ssize_t sent = sendmsg(socket, &messages[done].msg_hdr, flags);
		if (sent == -1)
			return done > 0 ? (int)done : -1;
		messages[done++].msg_len = sent;
	}
	return done;
}

static int over(const struct timespec *end)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec > end->tv_sec || (now.tv_sec == end->tv_sec && now.tv_nsec >= end->tv_nsec);
}

int recvmmsg(int socket, struct mmsghdr *messages, unsigned int count, int flags, struct timespec *timeout)
{
	struct timespec end = {0, 0};
	if (timeout) {
		if (timeout->tv_sec < 0 || timeout->tv_nsec < 0 || timeout->tv_nsec > 999999999) {
			errno = EINVAL;
			return -1;
		}
		clock_gettime(CLOCK_MONOTONIC, &end);
		end.tv_sec += timeout->tv_sec;
		end.tv_nsec += timeout->tv_nsec;
		if (end.tv_nsec > 999999999) {
			end.tv_sec++;
			end.tv_nsec -= 1000000000;
		}
	}
	unsigned int done = 0;
	while (done < count) {
		ssize_t got = recvmsg(socket, &messages[done].msg_hdr, flags & ~MSG_WAITFORONE);
		if (got == -1)
			return done > 0 ? (int)done : -1;
		messages[done++].msg_len = got;
		if (flags & MSG_WAITFORONE)
			flags |= MSG_DONTWAIT;
		/* The time is looked at after each message only, as Linux does. */
		if (timeout && over(&end))
			break;
	}
	return done;
}
