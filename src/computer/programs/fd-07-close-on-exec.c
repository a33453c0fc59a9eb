/* FD-07, FD-17: FD_CLOEXEC belongs to the descriptor. */
#define _GNU_SOURCE
#include "row.h"

int main(void)
{
	int a = open("file", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	show("open", fcntl(a, F_GETFD));
	show("dup", fcntl(dup(a), F_GETFD));
	show("dup2", fcntl(dup2(a, 20), F_GETFD));
	show("dup3", fcntl(dup3(a, 21, O_CLOEXEC), F_GETFD));
	show("dup3 same", dup3(a, a, 0));
	show("F_SETFD 7", fcntl(20, F_SETFD, 7));
	show("F_GETFD", fcntl(20, F_GETFD));
	show("F_SETFD 6", fcntl(20, F_SETFD, 6));
	show("F_GETFD", fcntl(20, F_GETFD));
	show("F_DUPFD_CLOEXEC", fcntl(fcntl(a, F_DUPFD_CLOEXEC, 30), F_GETFD));
	return 0;
}
