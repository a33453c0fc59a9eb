// inet_makeaddr, inet_netof, inet_lnaof: the parts of an address, by its class.
#include <arpa/inet.h>

static int host_bits(in_addr_t address)
{
	return IN_CLASSA(address) ? 24 : IN_CLASSB(address) ? 16 : 8;
}

struct in_addr inet_makeaddr(in_addr_t net, in_addr_t host)
{
	struct in_addr address;
	int bits = net < 128 ? 24 : net < 65536 ? 16 : net < 16777216 ? 8 : 0;
	address.s_addr = htonl(bits == 0 ? net | host : net << bits | (host & ((1U << bits) - 1)));
	return address;
}

in_addr_t inet_netof(struct in_addr address)
{
	in_addr_t value = ntohl(address.s_addr);
	return value >> host_bits(value);
}

in_addr_t inet_lnaof(struct in_addr address)
{
	in_addr_t value = ntohl(address.s_addr);
	return value & ((1U << host_bits(value)) - 1);
}
