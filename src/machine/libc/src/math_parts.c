// The parts of real numbers; the processor does the rest of <math.h> itself.
#include <errno.h>
#include <math.h>

union bits {
	double value;
	unsigned long word;
};

double modf(double x, double *integral)
{
	*integral = trunc(x);
	return isinf(x) ? copysign(0, x) : copysign(x - *integral, x);
}

double frexp(double x, int *exponent)
{
	*exponent = 0;
	if (x == 0 || !isfinite(x))
		return x;
	if (fabs(x) < 0x1p-1022) {
		x *= 0x1p54;
		*exponent = -54;
	}
	union bits parts = {x};
	*exponent += (int)(parts.word >> 52 & 0x7ff) - 1022;
	parts.word = (parts.word & ~(0x7fful << 52)) | 0x3feul << 52;
	x = parts.value;
	return x;
}

// Steps that lose nothing, and one last that rounds.
static double scale(double x, int exponent)
{
	for (int step = 0; step < 2 && exponent > 1023; step++) {
		x *= 0x1p1023;
		exponent -= 1023;
	}
	for (int step = 0; step < 2 && exponent < -1022; step++) {
		x *= 0x1p-969;
		exponent += 969;
	}
	exponent = exponent > 1023 ? 1023 : exponent < -1022 ? -1022 : exponent;
	union bits power = {.word = (0x3fful + exponent) << 52};
	return x * power.value;
}

double ldexp(double x, int exponent)
{
	double result = scale(x, exponent);
	if (isfinite(x) && x != 0 && (result == 0 || isinf(result)))
		errno = ERANGE;
	return result;
}

long lrint(double x)
{
	return (long)rint(x);
}

long lround(double x)
{
	return (long)round(x);
}
