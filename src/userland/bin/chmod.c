/* chmod: changes permission bits. chmod MODE FILE…, MODE octal or as u+x,go=r */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static mode_t mask;

/* One clause such as `u+x`; NULL when it is none. */
static const char *clause(const char *at, mode_t *mode, int directory)
{
	mode_t who = 0;
	for (; *at && strchr("ugoa", *at); at++)
		who |= *at == 'u' ? 04700 : *at == 'g' ? 02070 : *at == 'o' ? 01007 : 07777;
	mode_t changeable = who ? who : 07777 & ~mask;
	if (*at == 0 || !strchr("+-=", *at))
		return NULL;
	while (*at && strchr("+-=", *at)) {
		char operator = *at++;
		mode_t bits = 0;
		for (; *at && strchr("rwxXst", *at); at++) {
			switch (*at) {
			case 'r':
				bits |= 0444;
				break;
			case 'w':
				bits |= 0222;
				break;
			case 'x':
				bits |= 0111;
				break;
			case 'X':
				if (directory || (*mode & 0111))
					bits |= 0111;
				break;
			case 's':
				bits |= 06000;
				break;
			default:
				bits |= 01000;
			}
		}
		bits &= changeable;
		if (operator == '+')
			*mode |= bits;
		else if (operator == '-')
			*mode &= ~bits;
		else
			*mode = (*mode & ~((who ? who : 0777) & 0777)) | bits;
	}
	return at;
}

static int change(const char *text, mode_t *mode, int directory)
{
	if (text[strspn(text, "01234567")] == 0) {
		*mode = strtol(text, NULL, 8) & 07777;
		return *text != 0;
	}
	for (;;) {
		text = clause(text, mode, directory);
		if (text == NULL || (*text && *text != ','))
			return 0;
		if (*text == 0)
			return 1;
		text++;
	}
}

int main(int argc, char **argv)
{
	int failed = 0;
	mask = umask(0);
	umask(mask);
	if (argc < 3) {
		if (argc < 2)
			error(0, 0, "missing operand");
		else
			error(0, 0, "missing operand after '%s'", argv[1]);
		return fputs("Try 'chmod --help' for more information.\n", stderr), 1;
	}
	for (int i = 2; i < argc; i++) {
		struct stat status;
		if (stat(argv[i], &status) == -1) {
			error(0, errno, "cannot access '%s'", argv[i]);
			failed = 1;
			continue;
		}
		mode_t mode = status.st_mode & 07777;
		if (!change(argv[1], &mode, S_ISDIR(status.st_mode))) {
			error(0, 0, "invalid mode: '%s'", argv[1]);
			return fputs("Try 'chmod --help' for more information.\n", stderr), 1;
		}
		if (chmod(argv[i], mode) == -1) {
			error(0, errno, "changing permissions of '%s'", argv[i]);
			failed = 1;
		}
	}
	return failed;
}
