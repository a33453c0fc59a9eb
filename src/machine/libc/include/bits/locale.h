// A locale of its own for a thread or a call: there is one, "C".
#ifndef _BITS_LOCALE_H
#define _BITS_LOCALE_H

typedef struct __locale *locale_t;

#endif
