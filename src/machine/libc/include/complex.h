// <complex.h>: complex numbers, which this compiler does not have.
#ifndef _COMPLEX_H
#define _COMPLEX_H

#error complex numbers are not supported

#endif
