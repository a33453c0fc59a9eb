#include <stdio.h>

// Text to numbers and back.
#include <stdlib.h>
#include <errno.h>
int main(void)
{
	char *end;
	printf("%d %d %ld\n", atoi("42abc"), atoi("-7"), atol("99999999999"));
	printf("%ld ", strtol("0x1fz", &end, 0));
	printf("%s %ld %ld\n", end, strtol("777", 0, 8), strtol("zz", 0, 36));
	printf("%lu %g\n", strtoul("18446744073709551615", 0, 10), strtod("2.5e3", 0));
	errno = 0;
	printf("%ld ", strtol("99999999999999999999", 0, 10));
	printf("%d\n", errno == ERANGE);
	int a, b;
	char word[10];
	printf("%d ", sscanf("12 abc 0x1f", "%d %9s %x", &a, word, (unsigned *)&b));
	printf("%d %s %d\n", a, word, b);
	printf("%d %ld\n", abs(-5), labs(-5L));
	div_t d = div(17, 5);
	printf("%d %d\n", d.quot, d.rem);
	return 0;
}
