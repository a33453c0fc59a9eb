// The direction of rounding: the processor knows one, to the nearest.
#include <fenv.h>

int fegetround(void)
{
	return FE_TONEAREST;
}

int fesetround(int direction)
{
	return direction != FE_TONEAREST;
}
