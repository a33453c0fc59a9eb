// <netinet/udp.h>: the header of a UDP datagram.
#ifndef _NETINET_UDP_H
#define _NETINET_UDP_H

#include <stdint.h>
#include <sys/types.h>

struct udphdr {
	union {
		struct {
			uint16_t uh_sport;
			uint16_t uh_dport;
			uint16_t uh_ulen;
			uint16_t uh_sum;
		};
		struct {
			uint16_t source;
			uint16_t dest;
			uint16_t len;
			uint16_t check;
		};
	};
};

#define SOL_UDP 17

#endif
