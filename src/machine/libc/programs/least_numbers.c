// strtod and strtof below the least normal number: what is exact there is no error.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	static const char *const texts[] = {
		"0x1p-149", "0x1.8p-149", "0x1p-150", "0x1.8p-150", "0x1p-126", "0x0.8p-126", "0x1.fffffep-127",
		"0x1.ffffffp-127", "0x1.ffffff8p-127", "0x3p-148", "1e-40", "0x1p-1074", "0x1p-1075", "0x1.8p-1075",
		"0x1.8p-1074", "0x1p-1022", "0x0.8p-1022", "0x1.fffffffffffffp-1023", "0x1.fffffffffffff8p-1023",
		"0x1.fffffffffffff7p-1023", "1e-310", "2e-324", "0x1.0000000000001p-1022", "0x.0000000000001p-1022",
		"0x10p-1078", "0x0.0001p-1070", "0X0.0001P-1058", "-0x3p-1076", "0x1p-2000", "0x0p-2000", "0x0.000p5", "0x.8p-1021x",
		"2.2250738585072011e-308", "2.2250738585072014e-308", "0x", "0x1p1024", "-1e400",
	};
	for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++) {
		char *end;
		errno = 0;
		double wide = strtod(texts[i], &end);
		printf("%s %a %d \"%s\"", texts[i], wide, errno, end);
		errno = 0;
		float narrow = strtof(texts[i], NULL);
		printf(" %a %d\n", narrow, errno);
	}
	return 0;
}
