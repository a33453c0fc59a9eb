#include <stdio.h>

// float and double: arithmetic, conversion, comparison.
static double mean(const double *v, int n)
{
	double sum = 0;
	for (int i = 0; i < n; i++)
		sum += v[i];
	return sum / n;
}
static float half(float x) { return x / 2; }
int main(void)
{
	double v[] = { 1.5, 2.25, -3, 1e3, 0x1p-2 };
	float f = 0.1f;
	printf("%f %g %e\n", mean(v, 5), v[3], v[4]);
	printf("%.10f %.10f\n", f, 0.1);
	printf("%d %d %d\n", (int)2.9, (int)-2.9, (int)f);
	printf("%ld %lu\n", (long)1e15, (unsigned long)1.8e19);
	printf("%.1f %.1f\n", (double)-5L, (double)18446744073709551615ul);
	printf("%d%d%d%d\n", 1.0 < 2, 1.0 == 1, f == 0.1, -0.0 == 0.0);
	f += 1;
	f *= 3;
	v[0]++;
	--v[1];
	printf("%.3f %.3f %.3f %.3f\n", f, half(f), v[0], v[1]);
	int i = 7;
	i *= 1.5;
	printf("%d %g %g\n", i, i / 2 * 1.0, i / 2.0);
	printf("%g %g\n", 1 ? 1 : 2.5, 0 ? 1 : 2.5);
	printf("%d %d\n", !0.0, !0.5);
	if (f)
		printf("yes\n");
	long double ld = 2.5L;
	printf("%.2Lf\n", ld * 2);
	return 0;
}
