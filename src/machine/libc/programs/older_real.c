// BSD's names of functions of real numbers, and lgamma with a sign of its own.
#include <math.h>
#include <stdio.h>

int main(void)
{
	static const double values[] = {0.5, -0.5, -1.5, 4, 1e300};
	for (int i = 0; i < 5; i++) {
		int sign = 7;
		signgam = 9;
		double result = lgamma_r(values[i], &sign);
		printf("%.15g %d %d\n", result, sign, signgam);
		result = gamma(values[i]);
		printf("%.15g %d\n", result, signgam);
	}
	printf("%g %g %g\n", drem(7, 4), drem(-5, 3), dremf(9, 4));
	printf("%d %d %d\n", finite(1), finite(INFINITY), finite(NAN));
	printf("%d %d %d\n", finitef(1), finitef(-INFINITY), finitef(NAN));
	printf("%d %d %d\n", isinff(1), isinff(-INFINITY), isinff(INFINITY));
	printf("%d %d\n", isnanf(1) != 0, isnanf(NAN) != 0);
	return 0;
}
