// Functions of real numbers that BSD, System V and GNU added to those of C.
#define _GNU_SOURCE
#include <errno.h>
#include <math.h>

void sincos(double x, double *sine, double *cosine)
{
	*sine = sin(x);
	*cosine = cos(x);
}

void sincosf(float x, float *sine, float *cosine)
{
	*sine = sinf(x);
	*cosine = cosf(x);
}

float gammaf(float x)
{
	return lgammaf(x);
}

float lgammaf_r(float x, int *sign)
{
	int kept = signgam;
	float result = lgammaf(x);
	*sign = signgam;
	signgam = kept;
	return result;
}

double significand(double x)
{
	return x == 0 || !isfinite(x) ? x : ldexp(x, -ilogb(x));
}

float significandf(float x)
{
	return significand(x);
}

double roundeven(double x)
{
	double below = floor(x), over = x - below;
	if (over < 0.5 || (over == 0.5 && fmod(below, 2) == 0))
		return copysign(below, x);
	return over >= 0.5 ? copysign(below + 1, x) : x;
}

float roundevenf(float x)
{
	return roundeven(x);
}

double nextup(double x)
{
	int kept = errno;
	double next = isnan(x) ? x : nextafter(x, HUGE_VAL);
	errno = kept;
	return next == 0 && x < 0 ? -0.0 : next;
}

double nextdown(double x)
{
	return -nextup(-x);
}

float nextupf(float x)
{
	int kept = errno;
	float next = isnan(x) ? x : nextafterf(x, HUGE_VALF);
	errno = kept;
	return next == 0 && x < 0 ? -0.0f : next;
}

float nextdownf(float x)
{
	return -nextupf(-x);
}
