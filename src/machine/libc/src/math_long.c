// The functions of long double, which is as exact as double here.
#define _GNU_SOURCE
#include <math.h>

long double acosl(long double x)
{
	return acos(x);
}

long double acoshl(long double x)
{
	return acosh(x);
}

long double asinl(long double x)
{
	return asin(x);
}

long double asinhl(long double x)
{
	return asinh(x);
}

long double atanl(long double x)
{
	return atan(x);
}

long double atanhl(long double x)
{
	return atanh(x);
}

long double cbrtl(long double x)
{
	return cbrt(x);
}

long double ceill(long double x)
{
	return ceil(x);
}

long double cosl(long double x)
{
	return cos(x);
}

long double coshl(long double x)
{
	return cosh(x);
}

long double erfl(long double x)
{
	return erf(x);
}

long double expl(long double x)
{
	return exp(x);
}

long double exp2l(long double x)
{
	return exp2(x);
}

long double expm1l(long double x)
{
	return expm1(x);
}

long double fabsl(long double x)
{
	return fabs((double)x);
}

long double floorl(long double x)
{
	return floor(x);
}

long double logl(long double x)
{
	double result = log(x);
	return x < 0 ? NAN : result;
}

long double log10l(long double x)
{
	return log10(x);
}

long double log1pl(long double x)
{
	return log1p(x);
}

long double log2l(long double x)
{
	double result = log2(x);
	return x < 0 ? NAN : result;
}

long double logbl(long double x)
{
	return logb(x);
}

long double nearbyintl(long double x)
{
	return nearbyint(x);
}

long double rintl(long double x)
{
	return rint(x);
}

long double roundl(long double x)
{
	return round(x);
}

long double sinl(long double x)
{
	return sin(x);
}

long double sinhl(long double x)
{
	return sinh(x);
}

long double sqrtl(long double x)
{
	return sqrt(x);
}

long double tanl(long double x)
{
	return tan(x);
}

long double tanhl(long double x)
{
	return tanh(x);
}

long double truncl(long double x)
{
	return trunc(x);
}

long double atan2l(long double x, long double y)
{
	return atan2(x, y);
}

long double copysignl(long double x, long double y)
{
	return copysign(x, y);
}

long double fdiml(long double x, long double y)
{
	return fdim(x, y);
}

long double fmaxl(long double x, long double y)
{
	return fmax(x, y);
}

long double fminl(long double x, long double y)
{
	return fmin(x, y);
}

long double fmodl(long double x, long double y)
{
	return fmod(x, y);
}

long double hypotl(long double x, long double y)
{
	return hypot(x, y);
}

long double nextafterl(long double x, long double y)
{
	return nextafter(x, y);
}

long double powl(long double x, long double y)
{
	return pow(x, y);
}

long double remainderl(long double x, long double y)
{
	return remainder(x, y);
}

long double fmal(long double x, long double y, long double z)
{
	return fma(x, y, z);
}

long double frexpl(long double x, int *exponent)
{
	return frexp(x, exponent);
}

long double ldexpl(long double x, int exponent)
{
	return ldexp(x, exponent);
}

long double modfl(long double x, long double *integral)
{
	double whole;
	long double rest = modf(x, &whole);
	*integral = whole;
	return rest;
}

long double erfcl(long double x)
{
	return erfc(x);
}

long double lgammal(long double x)
{
	return lgamma(x);
}

long double tgammal(long double x)
{
	return tgamma(x);
}

long double scalbnl(long double x, int exponent)
{
	return scalbn(x, exponent);
}

long double scalblnl(long double x, long exponent)
{
	return scalbln(x, exponent);
}

long double remquol(long double x, long double y, int *quotient)
{
	return remquo(x, y, quotient);
}

int ilogbl(long double x)
{
	return ilogb(x);
}

long long llrintl(long double x)
{
	return llrint(x);
}

long long llroundl(long double x)
{
	return llround(x);
}

long lrintl(long double x)
{
	return lrint(x);
}

long lroundl(long double x)
{
	return lround(x);
}

long double nanl(const char *text)
{
	return nan(text);
}

long double exp10l(long double x)
{
	return exp10(x);
}
