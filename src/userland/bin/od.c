/* od: the bytes of files. od [-An] [-c | -t x1 | -t o2] [FILE…], -b for octal bytes */
#include <ctype.h>
#include <error.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char form = 'w';
static int addresses = 1;

static void print_character(unsigned char c)
{
	static const char letters[] = "0abtnvfr";
	static const unsigned char meanings[] = {0, 7, 8, 9, 10, 11, 12, 13};
	const void *found = memchr(meanings, c, sizeof meanings);
	if (found)
		printf("  \\%c", letters[(const unsigned char *)found - meanings]);
	else if (isprint(c))
		printf("   %c", c);
	else
		printf(" %03o", c);
}

static void print(const unsigned char *bytes, int count)
{
	for (int i = 0; i < count; i++) {
		if (form == 'c')
			print_character(bytes[i]);
		else if (form == 'x')
			printf(" %02x", bytes[i]);
		else if (form == 'b')
			printf(" %03o", bytes[i]);
		else if (i % 2 == 0)
			printf(" %06o", bytes[i] | (i + 1 < count ? bytes[i + 1] << 8 : 0));
	}
	putchar('\n');
}

int main(int argc, char **argv)
{
	int option;
	while ((option = getopt(argc, argv, "A:bct:")) != -1) {
		if (option == 'A')
			addresses = *optarg != 'n';
		else if (option == 'b' || option == 'c')
			form = option;
		else if (option == 't')
			form = optarg[0] == 'x' ? 'x' : optarg[0] == 'c' ? 'c' : optarg[1] == '1' ? 'b' : 'w';
		else
			return fputs("Try 'od --help' for more information.\n", stderr), 1;
	}
	unsigned char now[16], before[16];
	long at = 0;
	int starred = 0;
	int file = optind;
	int failed = 0;
	if (file < argc && freopen(argv[file], "r", stdin) == NULL)
		error(1, errno, "%s", argv[file]);
	for (;;) {
		size_t count = fread(now, 1, sizeof now, stdin);
		while (count < sizeof now && file + 1 < argc) {
			if (freopen(argv[++file], "r", stdin) == NULL) {
				error(0, errno, "%s", argv[file]);
				failed = 1;
				continue;
			}
			count += fread(now + count, 1, sizeof now - count, stdin);
		}
		if (count == 0)
			break;
		if (at > 0 && count == sizeof now && memcmp(now, before, sizeof now) == 0) {
			if (!starred)
				puts("*");
			starred = 1;
		} else {
			if (addresses)
				printf("%07lo", at);
			print(now, count);
			starred = 0;
			memcpy(before, now, sizeof before);
		}
		at += count;
		if (count < sizeof now)
			break;
	}
	if (addresses)
		printf("%07lo\n", at);
	return failed;
}
