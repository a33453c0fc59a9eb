// <fenv.h>: the environment of floating point.
#ifndef _FENV_H
#define _FENV_H

#define FE_INVALID 1
#define FE_DIVBYZERO 4
#define FE_OVERFLOW 8
#define FE_UNDERFLOW 16
#define FE_INEXACT 32
#define FE_ALL_EXCEPT 61
#define FE_TONEAREST 0
#define FE_DOWNWARD 0x400
#define FE_UPWARD 0x800
#define FE_TOWARDZERO 0xc00

typedef unsigned short fexcept_t;
typedef struct {
	unsigned int __words[7];
	unsigned int __mxcsr;
} fenv_t;
#define FE_DFL_ENV ((const fenv_t *)-1)

int feclearexcept(int exceptions);
int fegetenv(fenv_t *environment);
int fegetexceptflag(fexcept_t *flags, int exceptions);
int fegetround(void);
int feholdexcept(fenv_t *environment);
int feraiseexcept(int exceptions);
int fesetenv(const fenv_t *environment);
int fesetexceptflag(const fexcept_t *flags, int exceptions);
int fesetround(int direction);
int fetestexcept(int exceptions);
int feupdateenv(const fenv_t *environment);
#ifdef _GNU_SOURCE
int fedisableexcept(int exceptions);
int feenableexcept(int exceptions);
int fegetexcept(void);
#endif

#endif
