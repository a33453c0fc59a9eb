#include <stdio.h>

// String literals, characters, and the string functions.
#include <string.h>
#include <ctype.h>
static size_t length(const char *s) { const char *p = s; while (*p) p++; return p - s; }
static void reverse(char *s)
{
	for (size_t i = 0, j = strlen(s); i + 1 < j; i++) {
		char c = s[i];
		s[i] = s[--j];
		s[j] = c;
	}
}
int main(void)
{
	char buf[32] = "", line[] = "tab\there \"quoted\" \\ \x41\102\0hidden";
	printf("%s %zu %zu\n", line, sizeof line, length(line));
	strcpy(buf, "hello");
	strcat(buf, ", ");
	strncat(buf, "world!!!", 5);
	printf("%s %zu %d %d\n", buf, strlen(buf), strcmp(buf, "hello"), strncmp(buf, "hello", 5));
	reverse(buf);
	printf("%s %s %s\n", buf, strchr(buf, 'o'), strrchr(buf, 'o'));
	printf("%s\n", strstr(buf, "ll"));
	memset(buf, '-', 4);
	memmove(buf + 2, buf, 6);
	printf("%s %d\n", buf, memcmp("abc", "abd", 3) < 0);
	char csv[] = "a,bc,,d", *save = 0;
	for (char *t = strtok_r(csv, ",", &save); t; t = strtok_r(0, ",", &save))
		printf("<%s>", t);
	printf("\n%c%c%d%d\n", toupper('q'), tolower('Q'), isdigit('5') != 0, isalpha('5') != 0);
	printf("%c%c\n", "abc"[1], *("xyz" + 2));
	printf("%d %d %d\n", '\n', '\'', '\377');
	const char *joined = "one " "two "
		"three";
	printf("%s %c\n", joined, joined[strlen(joined) - 1]);
	return 0;
}
