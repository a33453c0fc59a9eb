// <crypt.h>: passwords made unreadable.
#ifndef _CRYPT_H
#define _CRYPT_H

char *crypt(const char *phrase, const char *setting);

#endif
