// string.h, strings.h and ctype.h.
#define _GNU_SOURCE
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int sign(int value)
{
	return (value > 0) - (value < 0);
}

static void copying(void)
{
	char text[32] = "################";
	printf("%s|", strcpy(text, "copy"));
	printf("%s|", strcat(text, "cat"));
	printf("%s|", strncat(text, "12345", 3));
	printf("%d|", (int)(stpcpy(text, "end") - text));
	memset(text, '#', 8);
	strncpy(text, "ab", 4);
	printf("%d %d %c|", text[2], text[3], text[4]);
	printf("%d|", (int)(stpncpy(text, "abcdef", 3) - text));
	memmove(text + 2, "0123456789", 11);
	memmove(text + 4, text + 2, 5);
	printf("%.12s|", text);
	printf("%s|", (char *)memccpy(text, "key=value", '=', 9) - 4);
	printf("%d\n", (int)((char *)mempcpy(text, "abc", 3) - text));
}

static void comparing(void)
{
	printf("%d %d %d %d ", sign(strcmp("a", "b")), sign(strcmp("b", "a")), sign(strcmp("a", "a")), sign(strcmp("a", "ab")));
	printf("%d %d %d ", sign(strncmp("abc", "abd", 2)), sign(strncmp("abc", "abd", 3)), sign(strcmp("\xff", "a")));
	printf("%d %d %d ", sign(memcmp("a\0b", "a\0c", 3)), sign(strcasecmp("HeLLo", "hEllO")), sign(strncasecmp("ABx", "abY", 2)));
	printf("%d %d\n", sign(strcoll("a", "b")), bcmp("x", "x", 1));
}

static void finding(void)
{
	const char *text = "hello, world";
	printf("%s|%s|%s|", strchr(text, 'o'), strrchr(text, 'o'), strstr(text, "wor"));
	printf("%d %d %d ", strchr(text, 'z') == NULL, *strchr(text, 0) == 0, strstr(text, "xyz") == NULL);
	printf("%s|%zu %zu|%s|", strpbrk(text, "wl"), strspn(text, "hel"), strcspn(text, " "), strcasestr(text, "WORLD"));
	printf("%zu %zu %s|", strlen(text), strnlen(text, 5), (char *)memchr(text, ',', 12));
	printf("%s|%s|%s\n", strchrnul(text, '!'), (char *)memrchr(text, 'l', 5), (char *)memmem(text, 12, "lo", 2));
}

static void splitting(void)
{
	char a[] = ",one,,two;three", b[] = "a,,b", c[] = "x y z", *save, *rest = b, *word;
	for (word = strtok(a, ",;"); word; word = strtok(NULL, ",;"))
		printf("<%s>", word);
	while ((word = strsep(&rest, ",")))
		printf("(%s)", word);
	for (word = strtok_r(c, " ", &save); word; word = strtok_r(NULL, " ", &save))
		printf("[%s]", word);
	char *copy = strdup("copied"), *part = strndup("copied", 3);
	printf("%s %s\n", copy, part);
	free(copy);
	free(part);
}

static void characters(void)
{
	int (*const kinds[])(int) = {isalnum, isalpha, isblank, iscntrl, isdigit, isgraph, islower, isprint, ispunct, isspace, isupper, isxdigit};
	for (int kind = 0; kind < 12; kind++) {
		for (int c = 0; c < 128; c++)
			putchar(kinds[kind](c) ? '1' : '0');
		putchar('\n');
	}
	for (int c = 32; c < 127; c++)
		printf("%c%c", toupper(c), tolower(c));
	putchar('\n');
}

static void texts(void)
{
	for (int i = -1; i <= 134; i++)
		printf("%d %s %s\n", i, strerror(i), strerrorname_np(i) ? strerrorname_np(i) : "-");
	for (int i = 0; i <= 66; i++)
		printf("%d %s\n", i, strsignal(i));
}

int main(void)
{
	copying();
	comparing();
	finding();
	splitting();
	characters();
	texts();
	return 0;
}
