// <sys/sysmacros.h>: the numbers of devices.
#ifndef _SYS_SYSMACROS_H
#define _SYS_SYSMACROS_H

#define major(device) \
	((unsigned int)(((unsigned long)(device) >> 8 & 0xfff) | ((unsigned long)(device) >> 32 & 0xfffff000)))
#define minor(device) \
	((unsigned int)(((unsigned long)(device) & 0xff) | ((unsigned long)(device) >> 12 & 0xffffff00)))
#define makedev(major, minor) \
	(((unsigned long)(major) & 0xfff) << 8 | ((unsigned long)(major) & 0xfffff000) << 32 \
		| ((unsigned long)(minor) & 0xff) | ((unsigned long)(minor) & 0xffffff00) << 12)

#endif
