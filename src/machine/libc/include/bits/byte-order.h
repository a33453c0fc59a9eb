// Numbers in the network's byte order and back.
#ifndef _BITS_BYTE_ORDER_H
#define _BITS_BYTE_ORDER_H

unsigned int htonl(unsigned int value);
unsigned short htons(unsigned short value);
unsigned int ntohl(unsigned int value);
unsigned short ntohs(unsigned short value);

#endif
