// One name for every type: a float's function for floats, a double's for all else.
#include <stdio.h>
#include <tgmath.h>

int main(void)
{
	float f = 2;
	double d = 2;
	int n = 2, exponent, quotient;

	printf("%zu %zu %zu\n", sizeof sqrt(f), sizeof sqrt(d), sizeof sqrt(n));
	printf("%.17g %.17g %.17g\n", (double)sqrt(f), sqrt(d), sqrt(n));
	printf("%zu %zu %zu %zu\n", sizeof pow(f, f), sizeof pow(f, d), sizeof pow(f, n), sizeof pow(n, n));
	printf("%.17g %.17g\n", (double)pow(f, 0.5f), pow(f, 0.5));
	printf("%zu %zu\n", sizeof fma(f, f, f), sizeof fma(f, f, d));
	printf("%zu %zu\n", sizeof ldexp(f, 3), sizeof ldexp(d, 3));
	printf("%.9g %.17g\n", (double)sin(f), sin(d));
	float part = frexp(f, &exponent), rest = remquo(7.0f, 2.0f, &quotient);
	printf("%.9g %d %ld %.9g %d\n", (double)part, exponent, lround(2.5f), (double)rest, quotient & 7);
	printf("%zu %.17g\n", sizeof fmax(f, f), fmax(f, 3));
	return 0;
}
