// <sys/personality.h>: the system that a process takes this one for.
#ifndef _SYS_PERSONALITY_H
#define _SYS_PERSONALITY_H

enum {
	ADDR_NO_RANDOMIZE = 0x0040000
};
#define PER_LINUX 0

int personality(unsigned long persona);

#endif
