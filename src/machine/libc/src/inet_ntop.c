// inet_ntop, inet_ntoa: Internet addresses as text (RFC 5952 for IPv6).
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

static void write4(const unsigned char *bytes, char *text)
{
	sprintf(text, "%d.%d.%d.%d", bytes[0], bytes[1], bytes[2], bytes[3]);
}

/* Where the longest run of two or more zero groups begins, and how long it is; length 0 when there is none. */
static int longest_zeros(const unsigned int *groups, int *length)
{
	int best = 0;
	*length = 0;
	for (int i = 0; i < 8; i++) {
		int end = i;
		while (end < 8 && groups[end] == 0)
			end++;
		if (end - i > *length && end - i > 1) {
			best = i;
			*length = end - i;
		}
		if (end > i)
			i = end;
	}
	return best;
}

static void write6(const unsigned char *bytes, char *text)
{
	unsigned int groups[8];
	int length;
	for (int i = 0; i < 8; i++)
		groups[i] = (unsigned int)bytes[2 * i] << 8 | bytes[2 * i + 1];
	int zeros = longest_zeros(groups, &length);
	for (int i = 0; i < 8; i++) {
		if (length > 0 && i == zeros) {
			text = stpcpy(text, "::");
			i += length - 1;
			continue;
		}
		if (i > 0 && !(length > 0 && i == zeros + length))
			*text++ = ':';
		if (i == 6 && zeros == 0 && (length == 6 || (length == 7 && groups[7] != 1) || (length == 5 && groups[5] == 0xffff))) {
			write4(bytes + 12, text);
			return;
		}
		text += sprintf(text, "%x", groups[i]);
	}
	*text = '\0';
}

const char *inet_ntop(int family, const void *address, char *text, socklen_t size)
{
	char whole[INET6_ADDRSTRLEN];
	if (family == AF_INET)
		write4(address, whole);
	else if (family == AF_INET6)
		write6(address, whole);
	else {
		errno = EAFNOSUPPORT;
		return NULL;
	}
	if (strlen(whole) >= size) {
		errno = ENOSPC;
		return NULL;
	}
	return strcpy(text, whole);
}

char *inet_ntoa(struct in_addr address)
{
	static char text[INET_ADDRSTRLEN];
	write4((const unsigned char *)&address, text);
	return text;
}
