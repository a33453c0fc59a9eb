// The functions of float, by way of double.
#include <math.h>

float ceilf(float x)
{
	return ceil(x);
}

float fabsf(float x)
{
	return fabs(x);
}

float floorf(float x)
{
	return floor(x);
}

float powf(float x, float y)
{
	return pow(x, y);
}

float roundf(float x)
{
	return round(x);
}

float sqrtf(float x)
{
	return sqrt(x);
}
