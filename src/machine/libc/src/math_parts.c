// The parts of real numbers; the processor does the rest of <math.h> itself.
#include <math.h>

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
	while (fabs(x) >= 1) {
		x /= 2;
		++*exponent;
	}
	while (fabs(x) < 0.5) {
		x *= 2;
		--*exponent;
	}
	return x;
}

double ldexp(double x, int exponent)
{
	for (; exponent > 0 && isfinite(x) && x != 0; exponent--)
		x *= 2;
	for (; exponent < 0 && x != 0; exponent++)
		x /= 2;
	return x;
}

long lrint(double x)
{
	return (long)rint(x);
}

long lround(double x)
{
	return (long)round(x);
}
