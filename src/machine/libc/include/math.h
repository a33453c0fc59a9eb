// <math.h>: the common functions of real numbers.
#ifndef _MATH_H
#define _MATH_H

#include <features.h>

#define M_E 2.7182818284590452354
#define M_LOG2E 1.4426950408889634074
#define M_LOG10E 0.43429448190325182765
#define M_LN2 0.69314718055994530942
#define M_LN10 2.30258509299404568402
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_1_PI 0.31830988618379067154
#define M_2_PI 0.63661977236758134308
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.70710678118654752440

#define HUGE_VAL __builtin_huge_val()
#define INFINITY __builtin_inff()
#define NAN __builtin_nanf("")

#define HUGE_VALF ((float)HUGE_VAL)
#define HUGE_VALL ((long double)HUGE_VAL)
#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4
#define FP_ILOGB0 (-2147483647 - 1)
#define FP_ILOGBNAN (-2147483647 - 1)
#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#define math_errhandling (MATH_ERRNO | MATH_ERREXCEPT)
typedef float float_t;
typedef double double_t;

#ifdef _XOPEN_SOURCE
#define MAXFLOAT 3.40282347e+38F
#endif
#define M_2_SQRTPI 1.12837916709551257390

int __fpclassify(double x);
int __fpclassifyf(float x);
#define fpclassify(x) (sizeof(x) == sizeof(float) ? __fpclassifyf(x) : __fpclassify(x))
#define isnormal(x) (fpclassify(x) == FP_NORMAL)
#define isgreater(x, y) ((x) > (y))
#define isgreaterequal(x, y) ((x) >= (y))
#define isless(x, y) ((x) < (y))
#define islessequal(x, y) ((x) <= (y))
#define islessgreater(x, y) __builtin_islessgreater(x, y)
#define isunordered(x, y) __builtin_isunordered(x, y)

#define isnan(x) __builtin_isnan(x)
#define isinf(x) __builtin_isinf_sign(x)
#define isfinite(x) __builtin_isfinite(x)
#define signbit(x) __builtin_signbit(x)

double acos(double x);
double asin(double x);
double atan(double x);
double atan2(double y, double x);
double cbrt(double x);
double ceil(double x);
double copysign(double x, double sign);
double cos(double x);
double cosh(double x);
double exp(double x);
double exp2(double x);
double fabs(double x);
double floor(double x);
double fmax(double x, double y);
double fmin(double x, double y);
double fmod(double x, double y);
double frexp(double x, int *exponent);
double hypot(double x, double y);
double ldexp(double x, int exponent);
double log(double x);
double log10(double x);
double log2(double x);
long lrint(double x);
long lround(double x);
double modf(double x, double *integral);
double pow(double x, double y);
double rint(double x);
double nearbyint(double x);
double round(double x);
double sin(double x);
double sinh(double x);
double sqrt(double x);
double tan(double x);
double tanh(double x);
double trunc(double x);
float ceilf(float x);
float fabsf(float x);
float floorf(float x);
float powf(float x, float y);
float roundf(float x);
float sqrtf(float x);

double acosh(double x);
double asinh(double x);
double atanh(double x);
double erf(double x);
double erfc(double x);
#ifdef _GNU_SOURCE
double exp10(double x);
float exp10f(float x);
long double exp10l(long double x);
#endif
double expm1(double x);
double fdim(double x, double y);
double fma(double x, double y, double z);
int ilogb(double x);
double lgamma(double x);
long long llrint(double x);
long long llround(double x);
double log1p(double x);
double logb(double x);
double nan(const char *text);
double nextafter(double x, double y);
double remainder(double x, double y);
#ifdef _DEFAULT_SOURCE
double drem(double x, double y);
float dremf(float x, float y);
int finite(double x);
int finitef(float x);
double gamma(double x);
float gammaf(float x);
int isinff(float x);
int isnanf(float x);
double lgamma_r(double x, int *sign);
float lgammaf_r(float x, int *sign);
double significand(double x);
float significandf(float x);
#endif
double remquo(double x, double y, int *quotient);
double scalbln(double x, long exponent);
double scalbn(double x, int exponent);
double tgamma(double x);
float acosf(float x);
float acoshf(float x);
float asinf(float x);
float asinhf(float x);
float atanf(float x);
float atanhf(float x);
float cbrtf(float x);
float cosf(float x);
float coshf(float x);
float erff(float x);
float expf(float x);
float exp2f(float x);
float expm1f(float x);
float logf(float x);
float log10f(float x);
float log1pf(float x);
float log2f(float x);
float logbf(float x);
float nearbyintf(float x);
float rintf(float x);
float sinf(float x);
float sinhf(float x);
float tanf(float x);
float tanhf(float x);
float truncf(float x);
float atan2f(float x, float y);
float copysignf(float x, float y);
float fdimf(float x, float y);
float fmaxf(float x, float y);
float fminf(float x, float y);
float fmodf(float x, float y);
float hypotf(float x, float y);
float nextafterf(float x, float y);
float remainderf(float x, float y);
float fmaf(float x, float y, float z);
float frexpf(float x, int *exponent);
float ldexpf(float x, int exponent);
float modff(float x, float *integral);
long lrintf(float x);
long lroundf(float x);
long double acosl(long double x);
long double acoshl(long double x);
long double asinl(long double x);
long double asinhl(long double x);
long double atanl(long double x);
long double atanhl(long double x);
long double cbrtl(long double x);
long double ceill(long double x);
long double cosl(long double x);
long double coshl(long double x);
long double erfl(long double x);
long double expl(long double x);
long double exp2l(long double x);
long double expm1l(long double x);
long double fabsl(long double x);
long double floorl(long double x);
long double logl(long double x);
long double log10l(long double x);
long double log1pl(long double x);
long double log2l(long double x);
long double logbl(long double x);
long double nearbyintl(long double x);
long double rintl(long double x);
long double roundl(long double x);
long double sinl(long double x);
long double sinhl(long double x);
long double sqrtl(long double x);
long double tanl(long double x);
long double tanhl(long double x);
long double truncl(long double x);
long double atan2l(long double x, long double y);
long double copysignl(long double x, long double y);
long double fdiml(long double x, long double y);
long double fmaxl(long double x, long double y);
long double fminl(long double x, long double y);
long double fmodl(long double x, long double y);
long double hypotl(long double x, long double y);
long double nextafterl(long double x, long double y);
long double powl(long double x, long double y);
long double remainderl(long double x, long double y);
long double fmal(long double x, long double y, long double z);
long double frexpl(long double x, int *exponent);
long double ldexpl(long double x, int exponent);
long double modfl(long double x, long double *integral);

extern int signgam;
double j0(double x);
double j1(double x);
double jn(int order, double x);
double y0(double x);
double y1(double x);
double yn(int order, double x);
#ifdef _GNU_SOURCE
double nextdown(double x);
float nextdownf(float x);
double nextup(double x);
float nextupf(float x);
double roundeven(double x);
float roundevenf(float x);
void sincos(double x, double *sine, double *cosine);
void sincosf(float x, float *sine, float *cosine);
#endif
double nexttoward(double x, long double y);
float erfcf(float x);
float lgammaf(float x);
float nanf(const char *text);
float nexttowardf(float x, long double y);
float remquof(float x, float y, int *quotient);
float scalblnf(float x, long exponent);
float scalbnf(float x, int exponent);
float tgammaf(float x);
int ilogbf(float x);
int ilogbl(long double x);
long double erfcl(long double x);
long double lgammal(long double x);
long double nanl(const char *text);
long double nexttowardl(long double x, long double y);
long double remquol(long double x, long double y, int *quotient);
long double scalblnl(long double x, long exponent);
long double scalbnl(long double x, int exponent);
long double tgammal(long double x);
long lrintl(long double x);
long lroundl(long double x);
long long llrintf(float x);
long long llrintl(long double x);
long long llroundf(float x);
long long llroundl(long double x);

#endif
