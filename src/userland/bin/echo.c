/* echo: prints its arguments. echo [-neE] [TEXT…] */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int escapes(const char *text)
{
	static const char letters[] = "abefnrtv\\";
	static const char meanings[] = "\a\b\033\f\n\r\t\v\\";
	for (; *text; text++) {
		const char *found;
		if (*text != '\\' || text[1] == 0) {
			putchar(*text);
		} else if (text[1] == 'c') {
			return 0;
		} else if (text[1] == '0') {
			int value = 0;
			text++;
			for (int digits = 0; digits < 3 && text[1] >= '0' && text[1] <= '7'; digits++)
				value = value * 8 + *++text - '0';
			putchar(value);
		} else if (text[1] == 'x' && isxdigit((unsigned char)text[2])) {
			char digits[3] = {text[2], isxdigit((unsigned char)text[3]) ? text[3] : 0};
			putchar((int)strtol(digits, NULL, 16));
			text += 1 + strlen(digits);
		} else if ((found = strchr(letters, text[1])) != NULL) {
			putchar(meanings[found - letters]);
			text++;
		} else {
			putchar(*text);
		}
	}
	return 1;
}

int main(int argc, char **argv)
{
	int newline = 1;
	int escaped = 0;
	int at = 1;
	for (; at < argc && argv[at][0] == '-' && argv[at][1] && strspn(argv[at] + 1, "neE") == strlen(argv[at] + 1); at++) {
		for (const char *letter = argv[at] + 1; *letter; letter++) {
			if (*letter == 'n')
				newline = 0;
			else
				escaped = *letter == 'e';
		}
	}
	for (int first = at; at < argc; at++) {
		if (at > first)
			putchar(' ');
		if (!escaped)
			fputs(argv[at], stdout);
		else if (!escapes(argv[at]))
			return 0;
	}
	if (newline)
		putchar('\n');
	return 0;
}
