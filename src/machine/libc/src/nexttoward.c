// nexttoward: towards a long double, which here is a double.
#include <math.h>

double nexttoward(double x, long double y)
{
	return nextafter(x, y);
}

float nexttowardf(float x, long double y)
{
	return nextafterf(x, y);
}

long double nexttowardl(long double x, long double y)
{
	return nextafter(x, y);
}
