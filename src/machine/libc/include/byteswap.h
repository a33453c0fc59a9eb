// <byteswap.h>: bytes in the other order.
#ifndef _BYTESWAP_H
#define _BYTESWAP_H

static inline unsigned short __bswap_16(unsigned short x)
{
	return (unsigned short)(x << 8 | x >> 8);
}

static inline unsigned int __bswap_32(unsigned int x)
{
	return x << 24 | (x & 0xff00) << 8 | (x >> 8 & 0xff00) | x >> 24;
}

static inline unsigned long __bswap_64(unsigned long x)
{
	return (unsigned long)__bswap_32((unsigned int)x) << 32 | __bswap_32((unsigned int)(x >> 32));
}

#define bswap_16(x) __bswap_16(x)
#define bswap_32(x) __bswap_32(x)
#define bswap_64(x) __bswap_64(x)

#endif
