// The rarer functions of real numbers.
#include <errno.h>
#include <limits.h>
#include <math.h>

int signgam;

union bits {
	double value;
	unsigned long word;
};

int __fpclassify(double x)
{
	if (isnan(x))
		return FP_NAN;
	if (isinf(x))
		return FP_INFINITE;
	if (x == 0)
		return FP_ZERO;
	return fabs(x) < 2.2250738585072014e-308 ? FP_SUBNORMAL : FP_NORMAL;
}

int __fpclassifyf(float x)
{
	int class = __fpclassify(x);
	return class == FP_NORMAL && fabsf(x) < 1.17549435e-38f ? FP_SUBNORMAL : class;
}

double fdim(double x, double y)
{
	if (isnan(x) || isnan(y))
		return x + y;
	double result = x > y ? x - y : 0;
	if (isinf(result) && isfinite(x) && isfinite(y))
		errno = ERANGE;
	return result;
}

int ilogb(double x)
{
	int exponent;
	if (x == 0 || !isfinite(x)) {
		errno = EDOM;
		return x == 0 ? FP_ILOGB0 : isnan(x) ? FP_ILOGBNAN : INT_MAX;
	}
	frexp(x, &exponent);
	return exponent - 1;
}

double logb(double x)
{
	if (x == 0)
		return -HUGE_VAL;
	return isfinite(x) ? ilogb(x) : x * x;
}

long long llrint(double x)
{
	return lrint(x);
}

long long llround(double x)
{
	return lround(x);
}

double nan(const char *text)
{
	(void)text;
	return NAN;
}

double nextafter(double x, double y)
{
	union bits next = {x};
	if (isnan(x) || isnan(y))
		return x + y;
	if (x == y)
		return y;
	if (x == 0) {
		next.word = 1;
		return y > 0 ? next.value : -next.value;
	}
	next.word += (x < y) == (x > 0) ? 1 : -1;
	if (isinf(next.value) || fabs(next.value) < 2.2250738585072014e-308)
		errno = ERANGE;
	return next.value;
}

double remquo(double x, double y, int *quotient)
{
	if (isnan(x) || isnan(y) || isinf(x) || y == 0)
		return (x * y) / (x * y);
	double size = fabs(y);
	double rest = size <= 0x1p1020 ? fmod(fabs(x), 8 * size) : fabs(x);
	int whole = 0;
	if (fabs(x) == size) {
		*quotient = signbit(x) == signbit(y) ? 1 : -1;
		return copysign(0, x);
	}
	if (size < 0x1p1022 && rest >= 4 * size) {
		rest -= 4 * size;
		whole += 4;
	}
	if (size < 0x1p1023 && rest >= 2 * size) {
		rest -= 2 * size;
		whole += 2;
	}
	if (rest > size - rest) {
		rest -= size;
		whole++;
		if (rest >= size - rest) {
			rest -= size;
			whole++;
		}
	}
	*quotient = signbit(x) == signbit(y) ? whole : -whole;
	return rest == 0 ? copysign(0, x) : x < 0 ? -rest : rest;
}

double remainder(double x, double y)
{
	int quotient;
	if (!isnan(x) && !isnan(y) && (isinf(x) || y == 0))
		errno = EDOM;
	return remquo(x, y, &quotient);
}

double scalbn(double x, int exponent)
{
	return ldexp(x, exponent);
}

double scalbln(double x, long exponent)
{
	return ldexp(x, exponent > 5000 ? 5000 : exponent < -5000 ? -5000 : (int)exponent);
}

double __erf(double x);
double __erfc(double x);
double __lgamma(double x);
double __tgamma(double x);

double lgamma(double x)
{
	signgam = 1;
	if (isinf(x))
		return HUGE_VAL;
	if (x <= 0 && x == floor(x)) {
		signgam = x == 0 && signbit(x) ? -1 : 1;
		errno = ERANGE;
		return HUGE_VAL;
	}
	if (x < 0 && fmod(floor(x), 2) != 0)
		signgam = -1;
	double result = __lgamma(x);
	if (isinf(result))
		errno = ERANGE;
	return result;
}

double tgamma(double x)
{
	if (isnan(x) || x == HUGE_VAL)
		return x;
	if (x == 0 || x > 171.62437695630272 || fabs(x) < 5.5e-309) {
		errno = ERANGE;
		return copysign(HUGE_VAL, x);
	}
	if (x < 0 && x == floor(x)) {
		errno = EDOM;
		return NAN;
	}
	if (x < -184) {
		errno = ERANGE;
		return (long)floor(x) & 1 ? -0.0 : 0;
	}
	return __tgamma(x);
}

double erfc(double x)
{
	double result = __erfc(x);
	if (result == 0 && isfinite(x))
		errno = ERANGE;
	return result;
}

double erf(double x)
{
	if (isnan(x) || x == 0)
		return x;
	return __erf(x);
}

double gamma(double x)
{
	return lgamma(x);
}

double lgamma_r(double x, int *sign)
{
	int kept = signgam;
	double result = lgamma(x);
	*sign = signgam;
	signgam = kept;
	return result;
}

double drem(double x, double y)
{
	return remainder(x, y);
}

float dremf(float x, float y)
{
	return remainderf(x, y);
}

int finite(double x)
{
	return isfinite(x);
}

int finitef(float x)
{
	return isfinite(x);
}

int isinff(float x)
{
	return isinf(x);
}

int isnanf(float x)
{
	return isnan(x);
}
