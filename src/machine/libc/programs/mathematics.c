// <math.h>: what is exact is compared to the last bit, the rest to twelve digits.
#define _GNU_SOURCE
#include <float.h>
#include <math.h>
#include <stdio.h>

static void exact(const char *what, double x)
{
	printf("%s %a\n", what, x);
}

static void about(const char *what, double x)
{
	printf("%s %.12g\n", what, x);
}

static void class(double x)
{
	int kind = fpclassify(x);
	printf("%g %s\n", x,
		kind == FP_NAN ? "nan" : kind == FP_INFINITE ? "infinite" : kind == FP_ZERO ? "zero" : kind == FP_NORMAL ? "normal" : "subnormal");
}

static int evaluated;

static double once(double x)
{
	evaluated++;
	return x;
}

static void classify(void)
{
	double infinite = INFINITY, none = NAN;
	printf("%d %d %d %d\n", isinf(once(infinite)), isinf(once(-infinite)), isinf(none), isinf(1.5));
	printf("%d %d %d %d\n", isnan(once(none)) != 0, isfinite(once(infinite)) != 0, isnormal(once(1e-310)) != 0, signbit(once(-0.0)) != 0);
	printf("%d %d %d\n", isunordered(once(1), once(none)) != 0, islessgreater(once(1), once(2)) != 0, isgreaterequal(once(1), once(1)) != 0);
	printf("%d\n", evaluated);
}

int main(void)
{
	classify();
	exact("constant", MAXFLOAT);
	exact("constant", M_2_SQRTPI);
	exact("constant", M_LOG2E + M_LOG10E + M_LN2 + M_LN10);
	exact("constant", M_1_PI + M_2_PI + M_SQRT2 + M_SQRT1_2);
	static const double values[] = {0.0, -0.0, 0.5, 1.5, 2.5, -2.5, 3.7, -3.7, 1e10, 1e300, -0.25};
	int exponent, quotient;
	double whole;
	for (unsigned i = 0; i < sizeof values / sizeof *values; i++) {
		double x = values[i];
		exact("floor", floor(x));
		exact("ceil", ceil(x));
		exact("trunc", trunc(x));
		exact("round", round(x));
		exact("rint", rint(x));
		exact("fabs", fabs(x));
		exact("frexp", frexp(x, &exponent));
		exact("modf", modf(x, &whole));
		printf("%d %a %d\n", exponent, whole, signbit(x) != 0);
		exact("next", nextafter(x, 10));
		exact("before", nextafter(x, -10));
		exact("float next", nextafterf(x, 10));
		exact("remainder", remainder(x, 1.3));
		exact("remquo", remquo(x, 0.7, &quotient));
		printf("%d\n", quotient);
		exact("fmod", fmod(x, 0.7));
		exact("fdim", fdim(x, 1));
		exact("ldexp", ldexp(x, -3));
		exact("scalbn", scalbn(x, 5));
		exact("copysign", copysign(3, x));
	}
	for (double x = 0.1; x < 4; x += 0.7) {
		about("sin", sin(x));
		about("cos", cos(x));
		about("tan", tan(x));
		about("atan", atan(x));
		about("exp", exp(x));
		about("expm1", expm1(x / 100));
		about("log", log(x));
		about("log1p", log1p(x));
		about("log2", log2(x));
		about("log10", log10(x));
		about("sqrt", sqrt(x));
		about("cbrt", cbrt(x));
		about("sinh", sinh(x));
		about("asinh", asinh(x));
		about("acosh", acosh(1 + x));
		about("atanh", atanh(x / 5));
		about("pow", pow(x, 1.7));
		about("hypot", hypot(x, 2));
		about("atan2", atan2(x, -1));
		about("erf", erf(x));
		about("erfc", erfc(x));
		about("lgamma", lgamma(x));
		about("tgamma", tgamma(x));
		about("exp10", exp10(x));
		printf("float %.6g %.6g %.6g\n", sinf(x), expf(x), powf(x, 2));
		printf("long %.12Lg %.12Lg\n", sqrtl(x), fabsl(-x));
	}
	exact("fma", fma(1.0 + DBL_EPSILON, 1.0 - DBL_EPSILON, -1));
	printf("%d %d %d\n", ilogb(1000), ilogb(0.1), ilogb(1));
	printf("%ld %ld %lld %lld\n", lrint(2.5), lround(2.5), llrint(-2.5), llround(-2.5));
	class(1);
	class(0);
	class(1e-310);
	class(INFINITY);
	class(NAN);
	printf("%d %d\n", fpclassify(1e-40f) == FP_SUBNORMAL, isnormal(1e-300) != 0);
	printf("%d %d %d\n", isgreater(1.0, NAN) != 0, isless(1.0, 2.0) != 0, isunordered(NAN, 1.0) != 0);
	printf("%g %g %g\n", fmax(NAN, 1), fmin(2, NAN), fmod(5, INFINITY));
	printf("%g %g %g\n", sqrt(-1) != sqrt(-1) ? 1.0 : 0.0, log(0), pow(0, -1));
	return 0;
}
