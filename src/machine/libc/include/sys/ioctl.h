// <sys/ioctl.h>: requests to devices.
#ifndef _SYS_IOCTL_H
#define _SYS_IOCTL_H

#include <sys/ttydefaults.h>

#define _IOC_NONE 0U
#define _IOC_WRITE 1U
#define _IOC_READ 2U
#define _IOC(direction, type, number, size) ((direction) << 30 | (type) << 8 | (number) | (size) << 16)
#define _IO(type, number) _IOC(_IOC_NONE, (type), (number), 0)
#define _IOR(type, number, size) _IOC(_IOC_READ, (type), (number), (unsigned int)sizeof(size))
#define _IOW(type, number, size) _IOC(_IOC_WRITE, (type), (number), (unsigned int)sizeof(size))
#define _IOWR(type, number, size) _IOC(_IOC_READ | _IOC_WRITE, (type), (number), (unsigned int)sizeof(size))
#define _IOC_DIR(request) ((request) >> 30 & 3)
#define _IOC_TYPE(request) ((request) >> 8 & 255)
#define _IOC_NR(request) ((request) & 255)
#define _IOC_SIZE(request) ((request) >> 16 & 16383)

#define TCGETS 0x5401
#define TCSETS 0x5402
#define TCSETSW 0x5403
#define TCSETSF 0x5404
#define TIOCSCTTY 0x540E
#define TIOCGPGRP 0x540F
#define TIOCSPGRP 0x5410
#define TIOCGWINSZ 0x5413
#define TIOCSWINSZ 0x5414
#define FIONREAD 0x541B
#define TIOCINQ FIONREAD
#define FIONBIO 0x5421
#define TIOCNOTTY 0x5422
#define TIOCGSID 0x5429
#define FIONCLEX 0x5450
#define FIOCLEX 0x5451
#define FIOASYNC 0x5452

struct winsize {
	unsigned short ws_row;
	unsigned short ws_col;
	unsigned short ws_xpixel;
	unsigned short ws_ypixel;
};

int ioctl(int fd, unsigned long request, ...);

#endif
