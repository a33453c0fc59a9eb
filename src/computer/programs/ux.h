/* What the programs on Unix domain sockets share. */
#include "row.h"
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>

static inline const char *socket_error(int error)
{
	switch (error) {
	case ENOTSOCK: return "ENOTSOCK";
	case EMSGSIZE: return "EMSGSIZE";
	case EPROTOTYPE: return "EPROTOTYPE";
	case ENOPROTOOPT: return "ENOPROTOOPT";
	case EPROTONOSUPPORT: return "EPROTONOSUPPORT";
	case ESOCKTNOSUPPORT: return "ESOCKTNOSUPPORT";
	case EOPNOTSUPP: return "EOPNOTSUPP";
	case EAFNOSUPPORT: return "EAFNOSUPPORT";
	case EADDRINUSE: return "EADDRINUSE";
	case ECONNRESET: return "ECONNRESET";
	case EISCONN: return "EISCONN";
	case ENOTCONN: return "ENOTCONN";
	case ECONNREFUSED: return "ECONNREFUSED";
	default: return error_name(error);
	}
}

static inline long tell(const char *what, long value)
{
	int error = errno;
	if (value == -1)
		printf("%s: -1 %s\n", what, socket_error(error));
	else
		printf("%s: %ld\n", what, value);
	fflush(stdout);
	errno = error;
	return value;
}

static char text[1 << 18];

/* Receives and shows what came. */
static inline long take(const char *what, int fd, size_t count, int flags)
{
	long got = recv(fd, text, count, flags);
	int error = errno;
	if (got == -1)
		printf("%s: -1 %s\n", what, socket_error(error));
	else
		printf("%s: %ld \"%.*s\"\n", what, got, got < 20 ? (int)got : 20, text);
	fflush(stdout);
	return got;
}

/* Reads what is there and shows nothing. */
static inline void drain(int fd, char *buffer, size_t count)
{
	if (read(fd, buffer, count) == -1)
		printf("drain: %s\n", socket_error(errno));
}

static inline void events(const char *what, int fd)
{
	static const struct { int bit; const char *name; } names[] = {
		{POLLIN, "IN"}, {POLLPRI, "PRI"}, {POLLOUT, "OUT"}, {POLLERR, "ERR"}, {POLLHUP, "HUP"}, {0x2000, "RDHUP"}};
	struct pollfd entry = {fd, POLLIN | POLLPRI | POLLOUT | 0x2000, 0};
	poll(&entry, 1, 0);
	printf("%s:", what);
	for (int i = 0; i < 6; i++)
		if (entry.revents & names[i].bit)
			printf(" %s", names[i].name);
	printf("\n");
	fflush(stdout);
}

static int signals;
static inline void on_signal(int signal)
{
	(void)signal;
	signals++;
}

static inline void told_signals(void)
{
	printf("signals %d\n", signals);
	fflush(stdout);
	signals = 0;
}

static inline struct sockaddr_un name(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	strncpy(address.sun_path, path, sizeof address.sun_path - 1);
	return address;
}

static inline int named(int type, const char *path)
{
	struct sockaddr_un address = name(path);
	int fd = socket(AF_UNIX, type, 0);
	tell("bind", bind(fd, (struct sockaddr *)&address, sizeof address));
	return fd;
}

static inline int join(int fd, const char *path)
{
	struct sockaddr_un address = name(path);
	return connect(fd, (struct sockaddr *)&address, sizeof address);
}

static inline int option(int fd, int which)
{
	int value = -1;
	socklen_t length = sizeof value;
	return getsockopt(fd, SOL_SOCKET, which, &value, &length) == -1 ? -1 : value;
}
