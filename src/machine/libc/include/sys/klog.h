// <sys/klog.h>: the kernel's messages.
#ifndef _SYS_KLOG_H
#define _SYS_KLOG_H

int klogctl(int type, char *buffer, int size);

#endif
