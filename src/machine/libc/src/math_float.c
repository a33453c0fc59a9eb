// The functions of float, by way of double.
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

float acosf(float x)
{
	return acos(x);
}

float acoshf(float x)
{
	return acosh(x);
}

float asinf(float x)
{
	return asin(x);
}

float asinhf(float x)
{
	return asinh(x);
}

float atanf(float x)
{
	return atan(x);
}

float atanhf(float x)
{
	return atanh(x);
}

float cbrtf(float x)
{
	return cbrt(x);
}

float ceilf(float x)
{
	return ceil(x);
}

float cosf(float x)
{
	return cos(x);
}

float coshf(float x)
{
	return fit(cosh(x));
}

float erff(float x)
{
	return erf(x);
}

float expf(float x)
{
	return fit(exp(x));
}

float exp2f(float x)
{
	return fit(exp2(x));
}

float expm1f(float x)
{
	return fit(expm1(x));
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

float log10f(float x)
{
	return log10(x);
}

float log1pf(float x)
{
	return log1p(x);
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

float sinf(float x)
{
	return sin(x);
}

float sinhf(float x)
{
	return fit(sinh(x));
}

float sqrtf(float x)
{
	return sqrt(x);
}

float tanf(float x)
{
	return tan(x);
}

float tanhf(float x)
{
	return tanh(x);
}

float truncf(float x)
{
	return trunc(x);
}

float atan2f(float x, float y)
{
	return fit(atan2(x, y));
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

float fmaf(float x, float y, float z)
{
	return (double)x * y + z;
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

float erfcf(float x)
{
	return fit(erfc(x));
}

float lgammaf(float x)
{
	return fit(lgamma(x));
}

float tgammaf(float x)
{
	return fit(tgamma(x));
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
