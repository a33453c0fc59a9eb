// The functions of real numbers that set errno: the processor computes, and here it is said what has no value. See math_error(7).
#include <errno.h>
#include <math.h>

double __acos(double x);
double __acosh(double x);
double __asin(double x);
double __atanh(double x);
double __cos(double x);
double __cosh(double x);
double __exp(double x);
double __exp2(double x);
double __exp10(double x);
double __expm1(double x);
double __j1(double x);
double __jn(double order, double x);
double __log(double x);
double __log10(double x);
double __log1p(double x);
double __log2(double x);
double __sin(double x);
double __sinh(double x);
double __sqrt(double x);
double __tan(double x);
double __y0(double x);
double __y1(double x);
double __yn(double order, double x);
double __atan2(double y, double x);
double __fmod(double x, double y);
double __hypot(double x, double y);
double __pow(double x, double y);

static double outside(double result)
{
	errno = EDOM;
	return result;
}

static double beyond(double result)
{
	errno = ERANGE;
	return result;
}

double acos(double x)
{
	double result = __acos(x);
	return x < -1 || x > 1 ? outside(NAN) : result;
}

double asin(double x)
{
	double result = __asin(x);
	return x < -1 || x > 1 ? outside(NAN) : result;
}

double acosh(double x)
{
	double result = __acosh(x);
	return x < 1 ? outside(result) : result;
}

double atanh(double x)
{
	double result = __atanh(x);
	return x < -1 || x > 1 ? outside(result) : x == -1 || x == 1 ? beyond(result) : result;
}

double cos(double x)
{
	double result = __cos(x);
	return isinf(x) ? outside(result) : result;
}

double sin(double x)
{
	double result = __sin(x);
	return isinf(x) ? outside(result) : result;
}

double tan(double x)
{
	double result = __tan(x);
	return isinf(x) ? outside(result) : result;
}

double cosh(double x)
{
	double result = __cosh(x);
	return isinf(result) && isfinite(x) ? beyond(result) : result;
}

double expm1(double x)
{
	double result = __expm1(x);
	return isinf(result) && isfinite(x) ? beyond(result) : result;
}

double sinh(double x)
{
	double result = __sinh(x);
	return isinf(result) && isfinite(x) ? beyond(result) : result;
}

double exp(double x)
{
	double result = __exp(x);
	return (isinf(result) || result == 0) && isfinite(x) ? beyond(result) : result;
}

double exp2(double x)
{
	double result = __exp2(x);
	return (isinf(result) || result == 0) && isfinite(x) ? beyond(result) : result;
}

double exp10(double x)
{
	double result = __exp10(x);
	return (isinf(result) || result == 0) && isfinite(x) ? beyond(result) : result;
}

double log(double x)
{
	double result = __log(x);
	return x < 0 ? outside(result) : x == 0 ? beyond(result) : result;
}

double log10(double x)
{
	double result = __log10(x);
	return x < 0 ? outside(NAN) : x == 0 ? beyond(result) : result;
}

double log2(double x)
{
	double result = __log2(x);
	return x < 0 ? outside(result) : x == 0 ? beyond(result) : result;
}

double log1p(double x)
{
	double result = __log1p(x);
	return x < -1 ? outside(result) : x == -1 ? beyond(result) : result;
}

double sqrt(double x)
{
	double result = __sqrt(x);
	return x < 0 ? outside(result) : result;
}

double fmod(double x, double y)
{
	double result = __fmod(x, y);
	return isnan(result) && !isnan(x) && !isnan(y) ? outside(result) : result;
}

double hypot(double x, double y)
{
	double result = __hypot(x, y);
	return isinf(result) && isfinite(x) && isfinite(y) ? beyond(result) : result;
}

double pow(double x, double y)
{
	double result = __pow(x, y);
	if (isnan(x) && signbit(x) && fabs(__fmod(y, 2)) == 1)
		return -result;
	if (isnan(result) && !isnan(x) && !isnan(y))
		return outside(result);
	if (isfinite(x) && isfinite(y) && (isinf(result) || (result == 0 && x != 0)))
		return beyond(result);
	return result;
}

double atan2(double y, double x)
{
	double result = __atan2(y, x);
	return result == 0 && y != 0 && isfinite(x) ? beyond(result) : result;
}

double j1(double x)
{
	double result = __j1(x);
	return result == 0 && x != 0 && isfinite(x) ? beyond(result) : result;
}

double jn(int order, double x)
{
	double result = __jn(order, x);
	return result == 0 && x != 0 && isfinite(x) ? beyond(result) : result;
}

// Of the second kind there is none for a negative number, and no end at 0.
static double second_kind(double x, double result)
{
	if (x < 0)
		return outside(NAN);
	return isinf(result) && !isinf(x) ? beyond(result) : result;
}

double y0(double x)
{
	return x == 0 ? beyond(-HUGE_VAL) : second_kind(x, __y0(x));
}

double y1(double x)
{
	return x == 0 ? beyond(-HUGE_VAL) : second_kind(x, __y1(x));
}

double yn(int order, double x)
{
	if (x == 0)
		return beyond(order < 0 && order % 2 != 0 ? HUGE_VAL : -HUGE_VAL);
	return second_kind(x, __yn(order, x));
}
