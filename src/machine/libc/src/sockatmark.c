// sockatmark: whether the urgent byte is next.
#include <sys/ioctl.h>
#include <sys/socket.h>

int sockatmark(int socket)
{
	int at = 0;
	return ioctl(socket, SIOCATMARK, &at) == -1 ? -1 : at;
}
