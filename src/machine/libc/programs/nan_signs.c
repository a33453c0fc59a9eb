// The sign of a NaN: set where an operation has no value, kept where a NaN goes on.
#include <math.h>
#include <stdio.h>

static double given = -NAN;

/* Each as a double's and as a float's. */
#define OF_ONE(f, of_float, value) (x = value, printf(#f "(" #value ") %g %g\n", f(x), of_float(x)))
#define OF_TWO(f, of_float, one, two) \
	(x = one, y = two, printf(#f "(" #one ", " #two ") %g %g\n", f(x, y), of_float(x, y)))

static void outside_their_domains(void)
{
	volatile double x, y;
	int quotient;
	OF_ONE(acos, acosf, -1.5);
	OF_ONE(acos, acosf, 1.5);
	OF_ONE(acos, acosf, INFINITY);
	OF_ONE(acos, acosf, -INFINITY);
	OF_ONE(acos, acosf, -NAN);
	OF_ONE(acos, acosf, NAN);
	OF_ONE(asin, asinf, -1.5);
	OF_ONE(asin, asinf, 1.5);
	OF_ONE(asin, asinf, INFINITY);
	OF_ONE(asin, asinf, -NAN);
	OF_ONE(acosh, acoshf, 0.5);
	OF_ONE(acosh, acoshf, -INFINITY);
	OF_ONE(acosh, acoshf, -NAN);
	OF_ONE(atanh, atanhf, 2);
	OF_ONE(atanh, atanhf, -2);
	OF_ONE(atanh, atanhf, INFINITY);
	OF_ONE(atanh, atanhf, -NAN);
	OF_ONE(cos, cosf, INFINITY);
	OF_ONE(cos, cosf, -INFINITY);
	OF_ONE(cos, cosf, -NAN);
	OF_ONE(sin, sinf, INFINITY);
	OF_ONE(sin, sinf, -NAN);
	OF_ONE(tan, tanf, -INFINITY);
	OF_ONE(tan, tanf, NAN);
	OF_ONE(log, logf, -1);
	OF_ONE(log, logf, -INFINITY);
	OF_ONE(log, logf, -NAN);
	OF_ONE(log10, log10f, -1.5);
	OF_ONE(log10, log10f, -INFINITY);
	OF_ONE(log10, log10f, -NAN);
	OF_ONE(log10, log10f, NAN);
	OF_ONE(log2, log2f, -1);
	OF_ONE(log2, log2f, -NAN);
	OF_ONE(log1p, log1pf, -2);
	OF_ONE(log1p, log1pf, -NAN);
	OF_ONE(sqrt, sqrtf, -1);
	OF_ONE(sqrt, sqrtf, -INFINITY);
	OF_ONE(sqrt, sqrtf, -NAN);
	OF_ONE(tgamma, tgammaf, -1);
	OF_ONE(tgamma, tgammaf, -INFINITY);
	OF_TWO(fmod, fmodf, 1, 0);
	OF_TWO(fmod, fmodf, -INFINITY, 1);
	OF_TWO(fmod, fmodf, -NAN, 1);
	OF_TWO(fmod, fmodf, 1, -NAN);
	OF_TWO(remainder, remainderf, 1, 0);
	OF_TWO(remainder, remainderf, -1, 0);
	OF_TWO(remainder, remainderf, INFINITY, 1);
	OF_TWO(remainder, remainderf, -NAN, 1);
	OF_TWO(remainder, remainderf, NAN, 1);
	OF_TWO(remainder, remainderf, 1, -NAN);
	OF_TWO(pow, powf, -8, 0.5);
	OF_TWO(pow, powf, -NAN, 1);
	OF_TWO(pow, powf, -NAN, 2);
	OF_TWO(pow, powf, -NAN, -3);
	OF_TWO(pow, powf, NAN, 1);
	OF_TWO(pow, powf, 2, -NAN);
	OF_TWO(pow, powf, -NAN, 0);
	OF_TWO(hypot, hypotf, -NAN, 1);
	y = 0;
	printf("%g %g\n", remquo(-1.5, y, &quotient), remquo(-NAN, 1, &quotient));
	x = -1.5;
	printf("%Lg %Lg %Lg %Lg\n", acosl(x), asinl(x), logl(x), log10l(x));
	printf("%Lg %Lg %Lg %Lg\n", log2l(x), log1pl(x), sqrtl(x), remainderl(x, y));
}

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
	outside_their_domains();
	return 0;
}
