// What every socket address begins with.
#ifndef _BITS_SOCKADDR_H
#define _BITS_SOCKADDR_H

typedef unsigned short sa_family_t;

#endif
