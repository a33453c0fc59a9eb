// Functions of older programs and of GNU's: digits of numbers, names with numbers and streams of one's own.
#define _GNU_SOURCE
#include <ctype.h>
#include <math.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const double values[] = {0, 1, -1, 0.5, 0.05, 0.00012345, 123.456, 999.5, 99999.95, 1e10, 1.0 / 3, -2.5, 9.99, 1e-7, 12345678};

static void digits_of(double value)
{
	int point, negative;
	char text[64];
	for (int count = 0; count < 6; count++) {
		char *got = ecvt(value, count, &point, &negative);
		printf("ecvt %g %d: [%s] %d %d\n", value, count, got, point, negative);
		got = fcvt(value, count, &point, &negative);
		printf("fcvt %g %d: [%s] %d %d\n", value, count, got, point, negative);
	}
	printf("gcvt %s\n", gcvt(value, 4, text));
}

static int sign(int n)
{
	return (n > 0) - (n < 0);
}

static int place;

static ssize_t read_letters(void *cookie, char *bytes, size_t count)
{
	const char *text = cookie;
	size_t left = strlen(text) - place;
	size_t n = left < count ? left : count;
	if (n > 3)
		n = 3;
	memcpy(bytes, text + place, n);
	place += n;
	return n;
}

static ssize_t write_brackets(void *cookie, const char *bytes, size_t count)
{
	printf("%s[%.*s]\n", (char *)cookie, (int)count, bytes);
	return count;
}

static int close_loudly(void *cookie)
{
	printf("closed %s\n", (char *)cookie);
	return 0;
}

int main(void)
{
	static const char *const names[] = {"jan1", "jan2", "jan10", "a", "", "00", "01", "010", "09", "0", "1", "000", "x1y2", "x1y10", "x01y2", "b0", "b00", "b1"};
	for (unsigned i = 0; i < sizeof values / sizeof *values; i++)
		digits_of(values[i]);
	int point, negative;
	printf("[%s]", ecvt(-INFINITY, 5, &point, &negative));
	printf(" %d\n", negative);
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
		for (unsigned j = 0; j < sizeof names / sizeof *names; j++)
			printf("%3d", sign(strverscmp(names[i], names[j])));
		printf(" %s\n", names[i]);
	}
	printf("%d %d %d %d\n", rpmatch("yes"), rpmatch("No"), rpmatch(""), rpmatch("oui"));
	char secret[] = "secret";
	puts(memfrob(memfrob(secret, 6), 6));
	char letters[] = "aaaa";
	puts(strfry(letters));
	printf("%d %d\n", (int)((uintptr_t)valloc(100) % 4096), (int)((uintptr_t)pvalloc(5000) % 4096));

	cookie_io_functions_t reading = {.read = read_letters, .close = close_loudly};
	FILE *in = fopencookie("one\ntwo three\n", "r", reading);
	char line[32];
	while (fgets(line, sizeof line, in))
		printf("line %s", line);
	printf("%d %d\n", feof(in), fseek(in, 0, SEEK_SET));
	fclose(in);
	cookie_io_functions_t writing = {NULL, write_brackets, NULL, close_loudly};
	FILE *out = fopencookie("out", "w", writing);
	setvbuf(out, NULL, _IOLBF, 64);
	fprintf(out, "%d %s\n", 42, "words");
	fputs("rest", out);
	fclose(out);

	char domain[8] = "";
	printf("%d\n", getdomainname(domain, sizeof domain));
	fcloseall();
	printf("%c%c%c\n", _toupper('a'), _tolower('B'), _toupper('C'));
	return 0;
}
