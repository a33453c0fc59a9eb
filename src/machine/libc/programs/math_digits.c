// <math.h>, to the last digit; of float, too, whose functions round otherwise than those of double.
#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>

static const double small[] = {0.1, 0.3, 0.5, 0.7, 0.9}, any[] = {1, 1.5, 2, 3, 4.5, 7.3, 10, 100, 12345.678, 1e22};
static const double between[] = {-27.9, -13.3, -7.7, -4.51, -3.35, -2.6, -2.4, -2.1, -1.7, -1.3, -0.6, -0.2, 0.01, 0.27, 0.66, 1.1, 1.7, 2.2, 2.9, 3.7, 5.3, 6.6, 8.9, 11.7, 13.6, 19.3, 24.8, 29.9};

#define COUNT(list) (int)(sizeof list / sizeof *list)

static void show(const char *name, double f(double), const double x[], int count)
{
	for (int i = 0; i < count; i++)
		printf("%s %.17g %.17g\n", name, x[i], f(x[i]));
}

static void show_float(const char *name, float f(float), const double x[], int count)
{
	for (int i = 0; i < count; i++)
		printf("%s %.9g %.9g\n", name, (float)x[i], f(x[i]));
}

#define FLOAT(f) show_float(#f, f, small, COUNT(small)), show_float(#f, f, any, COUNT(any)), show_float(#f, f, between, COUNT(between))
#define BETWEEN(f) show(#f, f, between, COUNT(between))
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
	BETWEEN(cbrt), BETWEEN(exp10), BETWEEN(lgamma), BETWEEN(tgamma), BETWEEN(erfc);
	BETWEEN(j0), BETWEEN(j1);
	show("y0", y0, between + 12, COUNT(between) - 12), show("y1", y1, between + 12, COUNT(between) - 12);
	for (int i = 0; i < COUNT(between); i++)
		printf("%.17g %.17g %.17g\n", jn(i % 9, between[i]), yn(i % 7, fabs(between[i])), hypot(between[i], 3.3));
	for (int i = 0; i < COUNT(between); i++) {
		int quotient;
		double rest = remquo(between[i], 0.7, &quotient);
		printf("%.17g %d %.17g %.9g\n", rest, quotient, fma(between[i], between[i], -between[i] * between[i]), fmaf(between[i], 0.3f, 1e-9f));
	}
	FLOAT(sinf), FLOAT(cosf), FLOAT(tanf), FLOAT(asinf), FLOAT(acosf), FLOAT(atanf);
	FLOAT(expf), FLOAT(exp2f), FLOAT(exp10f), FLOAT(expm1f), FLOAT(logf), FLOAT(log2f), FLOAT(log10f), FLOAT(log1pf);
	FLOAT(sinhf), FLOAT(coshf), FLOAT(tanhf), FLOAT(asinhf), FLOAT(acoshf), FLOAT(atanhf);
	FLOAT(cbrtf), FLOAT(erff), FLOAT(erfcf), FLOAT(lgammaf), FLOAT(tgammaf);
	for (int i = 0; i < COUNT(between); i++)
		printf("%.9g %.9g %.9g\n", atan2f(between[i], -0.7f), hypotf(between[i], 1.1f), powf(fabsf(between[i]), 1.7f));
	return 0;
}
