// The sign of a NaN: set where an operation has no value, kept where a NaN goes on.
#include <math.h>
#include <stdio.h>

static double given = -NAN;

int main(void)
{
	volatile double zero = 0, one = 1, infinite = INFINITY, none = NAN;
	volatile float zerof = 0;
	printf("%f %F %g %5.1f|%-6f|%+f\n", zero / zero, zero / zero, infinite - infinite, zero * infinite, zero / zero, none);
	printf("%f %f %f %f\n", NAN, -NAN, 0.0 / 0.0, -(0.0 / 0.0));
	printf("%f\n", given);
	printf("%f %f %f\n", none + one, one + none, one * -none);
	printf("%f %f %f\n", sqrt(-one), log(-one), pow(-one, 0.5));
	printf("%f %f %f\n", fabs(zero / zero), copysign(none, -one), copysign(-none, one));
	printf("%f %f\n", zerof / zerof, (float)(zero / zero));
	printf("%f %f %f\n", sqrt(none), fmod(one, zero), infinite / infinite);
	printf("%d %d %d\n", isnan(zero / zero) != 0, signbit(zero / zero) != 0, signbit(none) != 0);
	return 0;
}
