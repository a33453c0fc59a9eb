// <math.h>, to the last digit.
#include <math.h>
#include <stdio.h>

static const double small[] = {0.1, 0.3, 0.5, 0.7, 0.9}, any[] = {1, 1.5, 2, 3, 4.5, 7.3, 10, 100, 12345.678, 1e22};

#define COUNT(list) (int)(sizeof list / sizeof *list)

static void show(const char *name, double f(double), const double x[], int count)
{
	for (int i = 0; i < count; i++)
		printf("%s %.17g %.17g\n", name, x[i], f(x[i]));
}

#define SMALL(f) show(#f, f, small, COUNT(small))
#define ALL(f) SMALL(f), show(#f, f, any, COUNT(any))

static void powers(void)
{
	for (int n = -30; n <= 22; n++)
		printf("10^%d %.17g\n", n, pow(10, n));
	printf("%d %d\n", (int)(pow(10, -5) * 100000), (int)(pow(10, 4) * pow(10, -4)));
	for (int i = 0; i < COUNT(any); i++)
		printf("%.17g %.17g %.17g\n", pow(any[i], 0.1), pow(any[i], -2.7), pow(any[i], 11));
	printf("%.17g %.17g %.17g\n", pow(2, -1074), pow(1.1, -7800), pow(-3, 33));
}

int main(void)
{
	powers();
	ALL(exp), ALL(exp2), ALL(log), ALL(log2), ALL(log10);
	ALL(sin), ALL(cos), ALL(tan), ALL(atan);
	SMALL(asin), SMALL(acos);
	ALL(sinh), ALL(cosh), ALL(tanh), ALL(asinh), SMALL(atanh), ALL(expm1), ALL(log1p);
	show("acosh", acosh, any, COUNT(any));
	ALL(erf), ALL(erfc), ALL(lgamma);
	for (int i = 0; i < COUNT(any); i++)
		printf("%.17g %.17g\n", atan2(any[i], -0.7), hypot(any[i], 1.1));
	return 0;
}
