// <pty.h>: pairs of pseudoterminals.
#ifndef _PTY_H
#define _PTY_H

#include <sys/ioctl.h>
#include <sys/types.h>
#include <termios.h>

int forkpty(int *master, char *name, const struct termios *attributes, const struct winsize *size);
int openpty(int *master, int *slave, char *name, const struct termios *attributes, const struct winsize *size);

#endif
