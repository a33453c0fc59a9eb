// What the functions of real numbers answer at the edges, and what they leave in errno: double, float and long double.
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>

static const char *error(void)
{
	const char *name = errno == 0 ? "" : errno == EDOM ? "D" : errno == ERANGE ? "R" : "?";
	errno = 0;
	return name;
}

// Wide enough to tell edges, narrow enough for the last digits of two libraries.
static void show(double value)
{
	const char *left = error();
	if (isnan(value))
		printf("nan%s ", left);
	else
		printf("%.4g%s ", value, left);
}

static const double edges[] = {0, -0.0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2, 3, -3, 10, -10, 40, -40, 60, 80, 89, -89, 104, -104, 128, 129, -127, -150, 171, 172, -171.5, -184.5, 709, 710, -708,
	-746, 1023, 1024, -1022, -1075, 1e10, -1e10, 1e30, 1e-30, 1e38, 1e-40, 1e200, 1e-200, 1e308, 1e-308, 5e-324, -5e-324, INFINITY, -INFINITY, NAN};

#define EDGES ((int)(sizeof edges / sizeof *edges))

#define ONE(name)                                                                                                              \
	{                                                                                                                      \
		printf("\n" #name ": ");                                                                                       \
		for (int i = 0; i < EDGES; i++)                                                                                \
			show(name(edges[i]));                                                                                  \
		printf("\n" #name "f: ");                                                                                      \
		for (int i = 0; i < EDGES; i++)                                                                                \
			show(name##f(edges[i]));                                                                               \
	}

#define DOUBLE(name)                                                                                                           \
	{                                                                                                                      \
		printf("\n" #name ": ");                                                                                       \
		for (int i = 0; i < EDGES; i++)                                                                                \
			show(name(edges[i]));                                                                                  \
	}

static const double few[] = {0, -0.0, 0.5, -0.5, 1, -1, 2, -2, 3, -3, 1e30, -1e30, 1e-30, 1e308, -1e308, 1e-308, 5e-324, INFINITY, -INFINITY, NAN};

#define FEW ((int)(sizeof few / sizeof *few))

#define TWO(name)                                                                                                              \
	for (int i = 0; i < FEW; i++) {                                                                                        \
		printf("\n" #name " %g: ", few[i]);                                                                            \
		for (int j = 0; j < FEW; j++)                                                                                  \
			show(name(few[i], few[j]));                                                                            \
		printf("\n" #name "f %g: ", (double)(float)few[i]);                                                            \
		for (int j = 0; j < FEW; j++)                                                                                  \
			show(name##f(few[i], few[j]));                                                                         \
	}

// Without the last edges: a long double reaches farther on Linux.
#define LONG(name)                                                                                                             \
	{                                                                                                                      \
		printf("\n" #name ": ");                                                                                       \
		for (int i = 0; i < EDGES; i++)                                                                                \
			if (fabs(edges[i]) < 100 && (edges[i] == 0 || fabs(edges[i]) > 1e-200))                                \
				show(name(edges[i]));                                                                          \
	}

static void scaled(void)
{
	const int exponents[] = {0, 1, -1, 100, -100, 127, 128, 200, -126, -149, -150, 1023, 1024, -1022, -1074, -1075, 2100, -2200, INT_MAX, INT_MIN};
	for (int i = 0; i < FEW; i++) {
		printf("\nldexp %g: ", few[i]);
		for (int j = 0; j < 20; j++) {
			show(ldexp(few[i], exponents[j]));
			show(scalbn(few[i], exponents[j]));
			show(scalbln(few[i], exponents[j]));
			show(ldexpf(few[i], exponents[j]));
			show(scalbnf(few[i], exponents[j]));
		}
	}
}

static void whole(void)
{
	printf("\nilogb: ");
	for (int i = 0; i < EDGES; i++) {
		int exponent = ilogb(edges[i]);
		printf("%d%s ", exponent, error());
		exponent = ilogbf(edges[i]);
		printf("%d%s ", exponent, error());
		exponent = 7;
		double part = frexp(edges[i], &exponent);
		printf("%.4g/%d ", isnan(part) ? 0 : part, isfinite(edges[i]) ? exponent : 0);
	}
	printf("\nlrint: ");
	for (int i = 0; i < EDGES; i++) {
		long rounded = lrint(edges[i]);
		printf("%ld%s ", rounded, error());
		rounded = lround(edges[i]);
		printf("%ld%s ", rounded, error());
	}
}

static void orders(void)
{
	for (int order = -3; order <= 40; order += order < 4 ? 1 : 12) {
		printf("\njn, yn %d: ", order);
		for (int i = 0; i < EDGES; i++) {
			show(jn(order, edges[i]));
			show(yn(order, edges[i]));
		}
	}
}

static void quotients(void)
{
	for (int i = 0; i < FEW; i++) {
		printf("\nremquo %g: ", few[i]);
		for (int j = 0; j < FEW; j++) {
			int quotient = 99;
			show(remquo(few[i], few[j], &quotient));
			printf("/%d ", quotient);
			show(remquof(few[i], few[j], &quotient));
			printf("/%d ", quotient);
		}
	}
}

static void fused(void)
{
	for (int i = 0; i < FEW; i++) {
		printf("\nfma %g: ", few[i]);
		for (int j = 0; j < FEW; j++)
			for (int k = 0; k < FEW; k += 3) {
				show(fma(few[i], few[j], few[k]));
				show(fmaf(few[i], few[j], few[k]));
			}
	}
}

int main(void)
{
	ONE(acos) ONE(asin) ONE(atan) ONE(acosh) ONE(asinh) ONE(atanh) ONE(cos) ONE(sin) ONE(tan) ONE(cosh) ONE(sinh) ONE(tanh)
	ONE(exp) ONE(exp2) ONE(exp10) ONE(expm1) ONE(log) ONE(log2) ONE(log10) ONE(log1p) ONE(logb) ONE(sqrt) ONE(cbrt)
	ONE(erf) ONE(lgamma) ONE(tgamma) ONE(rint) ONE(round) ONE(trunc) ONE(floor) ONE(ceil)
	LONG(acosl) LONG(asinl) LONG(acoshl) LONG(atanhl) LONG(cosl) LONG(sinl) LONG(tanl) LONG(expl) LONG(exp2l) LONG(expm1l) LONG(logl) LONG(log2l) LONG(log10l) LONG(log1pl) LONG(logbl) LONG(sqrtl)
	LONG(erfc) LONG(lgammal) LONG(tgammal)
	TWO(pow) TWO(fmod) TWO(remainder) TWO(hypot) TWO(atan2) TWO(fdim) TWO(nextafter) TWO(copysign)
	ONE(erfc) DOUBLE(j0) DOUBLE(j1) DOUBLE(y0) DOUBLE(y1)
	orders();
	quotients();
	fused();
	scaled();
	whole();
	printf("\n");
	return 0;
}
