// <linux/un.h>: the kernel's own header for the addresses of Unix sockets.
#ifndef _LINUX_UN_H
#define _LINUX_UN_H

#include <bits/sockaddr.h>

#define UNIX_PATH_MAX 108

struct sockaddr_un {
	sa_family_t sun_family;
	char sun_path[UNIX_PATH_MAX];
};

#endif
