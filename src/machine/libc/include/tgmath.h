// <tgmath.h>: the functions of <math.h> for every type of floating point.
#ifndef _TGMATH_H
#define _TGMATH_H

#include <math.h>

#endif
