// <gnu-versions.h>: with which sources of GNU packages this library agrees.
#ifndef _GNU_VERSIONS_H
#define _GNU_VERSIONS_H

#define _GNU_OBSTACK_INTERFACE_VERSION 1
#define _GNU_REGEX_INTERFACE_VERSION 1
#define _GNU_GLOB_INTERFACE_VERSION 2
#define _GNU_GETOPT_INTERFACE_VERSION 2

#endif
