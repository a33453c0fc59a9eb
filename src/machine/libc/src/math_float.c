// The functions of float that a double, rounded, gives as glibc does.
#define _GNU_SOURCE
#include <errno.h>
#include <math.h>

// What a double can tell may be too large or too small for a float.
static float fit(double wide)
{
	float narrow = wide;
	if ((isinf(narrow) && isfinite(wide)) || (narrow == 0 && wide != 0))
		errno = ERANGE;
	return narrow;
}

float ceilf(float x)
{
	return ceil(x);
}

float expf(float x)
{
	return fit(exp(x));
}

float exp2f(float x)
{
	return fit(exp2(x));
}

float fabsf(float x)
{
	return fabs(x);
}

float floorf(float x)
{
	return floor(x);
}

float logf(float x)
{
	return log(x);
}

float log2f(float x)
{
	return log2(x);
}

float logbf(float x)
{
	return logb(x);
}

float nearbyintf(float x)
{
	return nearbyint(x);
}

float rintf(float x)
{
	return rint(x);
}

float roundf(float x)
{
	return round(x);
}

float sqrtf(float x)
{
	return sqrt(x);
}

float truncf(float x)
{
	return trunc(x);
}

float copysignf(float x, float y)
{
	return copysign(x, y);
}

float fdimf(float x, float y)
{
	return fit(fdim(x, y));
}

float fmaxf(float x, float y)
{
	return fmax(x, y);
}

float fminf(float x, float y)
{
	return fmin(x, y);
}

float fmodf(float x, float y)
{
	return fmod(x, y);
}

float hypotf(float x, float y)
{
	return fit(hypot(x, y));
}

float powf(float x, float y)
{
	return fit(pow(x, y));
}

float remainderf(float x, float y)
{
	return remainder(x, y);
}

float nextafterf(float x, float y)
{
	union {
		float value;
		unsigned int bits;
	} next = {x};
	if (isnan(x) || isnan(y))
		return x + y;
	if (x == y)
		return y;
	if (x == 0) {
		next.bits = 1;
		return y > 0 ? next.value : -next.value;
	}
	next.bits += (x < y) == (x > 0) ? 1 : -1;
	return next.value;
}

// The sum is rounded to an odd double when it is not exact, so that the float is rounded once.
float fmaf(float x, float y, float z)
{
	union {
		double value;
		unsigned long word;
	} sum;
	double product = (double)x * y;
	sum.value = product + z;
	double part = sum.value - product;
	double lost = (product - (sum.value - part)) + (z - part);
	if (isfinite(sum.value) && lost != 0 && (sum.word & 1) == 0)
		sum.word += (lost > 0) == (sum.value > 0) ? 1 : -1;
	return sum.value;
}

float frexpf(float x, int *exponent)
{
	return frexp(x, exponent);
}

float ldexpf(float x, int exponent)
{
	return fit(ldexp(x, exponent));
}

float modff(float x, float *integral)
{
	double whole;
	float rest = modf(x, &whole);
	*integral = whole;
	return rest;
}

long lrintf(float x)
{
	return lrint(x);
}

long lroundf(float x)
{
	return lround(x);
}

float scalbnf(float x, int exponent)
{
	return fit(scalbn(x, exponent));
}

float scalblnf(float x, long exponent)
{
	return fit(scalbln(x, exponent));
}

float remquof(float x, float y, int *quotient)
{
	return remquo(x, y, quotient);
}

int ilogbf(float x)
{
	return ilogb(x);
}

long long llrintf(float x)
{
	return llrint(x);
}

long long llroundf(float x)
{
	return llround(x);
}

float nanf(const char *text)
{
	return nan(text);
}

float exp10f(float x)
{
	return fit(exp10(x));
}
