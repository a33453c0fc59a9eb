// inet_pton: Internet addresses from text.
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <string.h>

/* Four decimal numbers without leading zeros. */
static int read4(const char *text, unsigned char *bytes)
{
	for (int i = 0; i < 4; i++) {
		int value = 0, digits = 0;
		for (; isdigit((unsigned char)*text); text++, digits++) {
			if (digits > 0 && value == 0)
				return 0;
			value = value * 10 + (*text - '0');
			if (value > 255)
				return 0;
		}
		if (digits == 0 || *text != (i < 3 ? '.' : '\0'))
			return 0;
		text++;
		bytes[i] = (unsigned char)value;
	}
	return 1;
}

/* Groups of at most four hexadecimal digits; `::` once; the last four bytes perhaps in decimal. */
static int read6(const char *text, unsigned char *bytes)
{
	unsigned char all[16] = {0};
	int filled = 0, gap = -1;
	if (*text == ':' && *++text != ':')
		return 0;
	while (*text != '\0') {
		if (*text == ':') {
			if (gap >= 0)
				return 0;
			gap = filled;
			text++;
			continue;
		}
		const char *begin = text;
		unsigned int value = 0;
		int digits = 0;
		for (; isxdigit((unsigned char)*text); text++, digits++)
			value = value << 4 | (unsigned int)(isdigit((unsigned char)*text) ? *text - '0' : (*text | 32) - 'a' + 10);
		if (*text == '.' && filled <= 12 && digits > 0) {
			if (!read4(begin, all + filled))
				return 0;
			filled += 4;
			break;
		}
		if (digits == 0 || digits > 4 || filled == 16)
			return 0;
		all[filled++] = (unsigned char)(value >> 8);
		all[filled++] = (unsigned char)value;
		if (*text == '\0')
			break;
		if (*text != ':' || text[1] == '\0')
			return 0;
		text++;
	}
	if (gap >= 0 ? filled == 16 : filled != 16)
		return 0;
	if (gap >= 0) {
		memmove(all + 16 - (filled - gap), all + gap, (size_t)(filled - gap));
		memset(all + gap, 0, (size_t)(16 - filled));
	}
	memcpy(bytes, all, 16);
	return 1;
}

int inet_pton(int family, const char *text, void *address)
{
	if (family == AF_INET) {
		unsigned char bytes[4];
		if (!read4(text, bytes))
			return 0;
		memcpy(address, bytes, 4);
		return 1;
	}
	if (family == AF_INET6)
		return read6(text, address);
	errno = EAFNOSUPPORT;
	return -1;
}
