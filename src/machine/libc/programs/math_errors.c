// What the functions of real numbers leave in errno.
#include <errno.h>
#include <math.h>
#include <stdio.h>

#define TRY(call)                                                                                                              \
	{                                                                                                                      \
		errno = 0;                                                                                                     \
		double result = call;                                                                                          \
		printf("%s %g %s\n", #call, fabs(result), errno == EDOM ? "EDOM" : errno == ERANGE ? "ERANGE" : "-");          \
	}

int main(void)
{
	volatile double zero = 0, one = 1, two = 2, big = 1e308, minus = -1, none = NAN, infinite = INFINITY;
	TRY(sqrt(minus));
	TRY(sqrt(two));
	TRY(sqrt(none));
	TRY(log(minus));
	TRY(log(zero));
	TRY(log10(minus));
	TRY(log2(zero));
	TRY(log1p(minus));
	TRY(log1p(-two));
	TRY(acos(two));
	TRY(asin(-two));
	TRY(acosh(zero));
	TRY(atanh(one));
	TRY(atanh(two));
	TRY(sin(infinite));
	TRY(cos(infinite));
	TRY(tan(infinite));
	TRY(exp(1000 * one));
	TRY(exp(-1000 * one));
	TRY(exp(infinite));
	TRY(exp2(2000 * one));
	TRY(expm1(1000 * one));
	TRY(cosh(1000 * one));
	TRY(sinh(1000 * one));
	TRY(fmod(one, zero));
	TRY(fmod(infinite, one));
	TRY(fmod(none, zero));
	TRY(hypot(big, big * 1.5));
	TRY(pow(zero, minus));
	TRY(pow(minus, 0.5));
	TRY(pow(big, two));
	TRY(pow(big, -two));
	TRY(pow(zero, two));
	TRY(pow(infinite, two));
	TRY(pow(none, one));
	return 0;
}
