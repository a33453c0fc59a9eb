// inet_aton, inet_addr, inet_network: IPv4 addresses in numbers-and-dots notation, as BSD reads them.
#include <arpa/inet.h>
#include <ctype.h>

/* One number, decimal, octal or hexadecimal; its end, or NULL when there is none or it is above `most`. */
static const char *read_part(const char *text, unsigned long most, unsigned long *value)
{
	unsigned long base = 10, sum = 0;
	if (!isdigit((unsigned char)*text))
		return NULL;
	if (text[0] == '0') {
		base = 8;
		if ((text[1] == 'x' || text[1] == 'X') && isxdigit((unsigned char)text[2])) {
			base = 16;
			text += 2;
		}
	}
	for (; isxdigit((unsigned char)*text); text++) {
		int c = tolower((unsigned char)*text);
		unsigned long digit = isdigit(c) ? (unsigned long)(c - '0') : (unsigned long)(c - 'a' + 10);
		if (digit >= base)
			return NULL;
		sum = sum * base + digit;
		if (sum > most)
			return NULL;
	}
	*value = sum;
	return text;
}

int inet_aton(const char *text, struct in_addr *address)
{
	unsigned long parts[4];
	int count = 0;
	for (;;) {
		text = read_part(text, 0xffffffff, &parts[count++]);
		if (text == NULL)
			return 0;
		if (*text != '.')
			break;
		if (count == 4)
			return 0;
		text++;
	}
	if (*text != '\0' && !isspace((unsigned char)*text))
		return 0;
	unsigned long value = parts[count - 1];
	if (value > 0xffffffffUL >> 8 * (count - 1))
		return 0;
	for (int i = 0; i < count - 1; i++) {
		if (parts[i] > 255)
			return 0;
		value |= parts[i] << 8 * (3 - i);
	}
	if (address != NULL)
		address->s_addr = htonl((uint32_t)value);
	return 1;
}

in_addr_t inet_addr(const char *text)
{
	struct in_addr address;
	return inet_aton(text, &address) ? address.s_addr : INADDR_NONE;
}

in_addr_t inet_network(const char *text)
{
	unsigned long part;
	in_addr_t value = 0;
	for (int count = 0; count < 4; count++) {
		text = read_part(text, ~0UL, &part);
		if (text == NULL || (in_addr_t)part > 255)
			return INADDR_NONE;
		value = value << 8 | (in_addr_t)part;
		if (*text == '.') {
			text++;
			continue;
		}
		while (isspace((unsigned char)*text))
			text++;
		return *text == '\0' ? value : INADDR_NONE;
	}
	return INADDR_NONE;
}
