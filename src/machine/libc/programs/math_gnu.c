// The functions of real numbers that BSD, System V and GNU added.
#define _GNU_SOURCE
#include <errno.h>
#include <math.h>
#include <stdio.h>

static const double values[] = {0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.49, -3.51, 12, -1e-310, 0x1p-1074, -0x1p-1074, 1e300, 4503599627370497.5, INFINITY, -INFINITY, NAN};

int main(void)
{
	for (int i = 0; i < sizeof values / sizeof *values; i++) {
		double x = values[i], sine, cosine;
		float f = x, sine_f, cosine_f;
		sincos(x, &sine, &cosine);
		sincosf(f, &sine_f, &cosine_f);
		printf("%a: %d %d %d %d %d\n", x, finite(x), finitef(f), isinff(f) != 0, isnanf(f), (sine == sin(x)) + (cosine_f == cosf(f)));
		printf("  %g %g %g %g\n", sine, cosine, sine_f, cosine_f);
		printf("  %g %g %g %g\n", significand(x), significandf(f), roundeven(x), roundevenf(f));
		printf("  %a %a %a %a\n", nextup(x), nextdown(x), nextupf(f), nextdownf(f));
		printf("  %g %g\n", drem(x, 3), dremf(f, 0.75f));
	}
	static const double others[] = {0.5, 5, -0.5, -1.5, -0.0, 171.5};
	for (int i = 0; i < sizeof others / sizeof *others; i++) {
		int sign = 0, sign_f = 0;
		signgam = 7;
		double r = lgamma_r(others[i], &sign), r_f = lgammaf_r(others[i], &sign_f);
		printf("%g %g %d %d %d\n", r, r_f, sign, sign_f, signgam);
		printf("%g %g %d\n", gamma(others[i]), gammaf(others[i]), signgam);
	}
	return 0;
}
