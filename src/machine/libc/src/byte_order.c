// htonl, htons, ntohl, ntohs: this machine's numbers begin with the low byte, the network's with the high one.
#include <byteswap.h>
#include <netinet/in.h>

uint32_t htonl(uint32_t value)
{
	return bswap_32(value);
}

uint16_t htons(uint16_t value)
{
	return bswap_16(value);
}

uint32_t ntohl(uint32_t value)
{
	return bswap_32(value);
}

uint16_t ntohs(uint16_t value)
{
	return bswap_16(value);
}
