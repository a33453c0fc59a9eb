// The error functions of float, in the steps of glibc 2.36, which are those of fdlibm.
//
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
// Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this
// software is freely granted, provided that this notice is preserved.
#include <errno.h>
#include <math.h>

union bits {
	float value;
	unsigned word;
};

static const float at_one = 8.4506291151e-01f, at_zero = 1.2837916613e-01f;

static float of_small(float x)
{
	float z = x * x;
	float r = 1.2837916613e-01f + z * (-3.2504209876e-01f + z * (-2.8481749818e-02f + z * (-5.7702702470e-03f + z * -2.3763017452e-05f)));
	float s = 1 + z * (3.9791721106e-01f + z * (6.5022252500e-02f + z * (5.0813062117e-03f + z * (1.3249473704e-04f + z * -3.9602282413e-06f))));
	return r / s;
}

static float of_middle(float size)
{
	float s = size - 1;
	float p = -2.3621185683e-03f + s * (4.1485610604e-01f + s * (-3.7220788002e-01f + s * (3.1834661961e-01f + s * (-1.1089469492e-01f + s * (3.5478305072e-02f + s * -2.1663755178e-03f)))));
	float q = 1 + s * (1.0642088205e-01f + s * (5.4039794207e-01f + s * (7.1828655899e-02f + s * (1.2617121637e-01f + s * (1.3637083583e-02f + s * 1.1984500103e-02f)))));
	return p / q;
}

// erfc of a size of at least 1.25; `kept` are the bits of it whose square is exact.
static float of_large(float size, unsigned kept)
{
	union bits bits = {size};
	float s = 1 / (size * size), r, q;
	if (bits.word < 0x4036db6d + (kept == 0xfffff000)) {
		r = -9.8649440333e-03f + s * (-6.9385856390e-01f + s * (-1.0558626175e+01f + s * (-6.2375331879e+01f + s * (-1.6239666748e+02f + s * (-1.8460508728e+02f + s * (-8.1287437439e+01f + s * -9.8143291473e+00f))))));
		q = 1 + s * (1.9651271820e+01f + s * (1.3765776062e+02f + s * (4.3456588745e+02f + s * (6.4538726807e+02f + s * (4.2900814819e+02f + s * (1.0863500214e+02f + s * (6.5702495575e+00f + s * -6.0424413532e-02f)))))));
	} else {
		r = -9.8649431020e-03f + s * (-7.9928326607e-01f + s * (-1.7757955551e+01f + s * (-1.6063638306e+02f + s * (-6.3756646729e+02f + s * (-1.0250950928e+03f + s * -4.8351919556e+02f)))));
		q = 1 + s * (3.0338060379e+01f + s * (3.2579251099e+02f + s * (1.5367296143e+03f + s * (3.1998581543e+03f + s * (2.5530502930e+03f + s * (4.7452853394e+02f + s * -2.2440952301e+01f))))));
	}
	bits.word &= kept;
	float z = bits.value;
	return expf(-z * z - 0.5625f) * expf((z - size) * (z + size) + r / q) / size;
}

float erff(float x)
{
	float size = fabsf(x);
	if (isnan(x))
		return x + x;
	if (size < 0x1p-28f)
		return size < 0x1p-119f ? 0.0625f * (16.0f * x + (16.0f * at_zero) * x) : x + at_zero * x;
	if (size < 0.84375f)
		return x + x * of_small(x);
	float value = size < 1.25f ? at_one + of_middle(size) : size < 6 ? 1 - of_large(size, 0xfffff000) : 1;
	return copysignf(value, x);
}

float erfcf(float x)
{
	float size = fabsf(x);
	if (!isfinite(x))
		return isnan(x) ? x + x : x < 0 ? 2 : 0;
	if (size < 0x1p-26f)
		return 1 - x;
	if (size < 0.84375f) {
		float y = of_small(x);
		return x < 0.25f ? 1 - (x + x * y) : 0.5f - (x * y + (x - 0.5f));
	}
	if (size < 1.25f)
		return x > 0 ? (1 - at_one) - of_middle(size) : 1 + (at_one + of_middle(size));
	if (x < -6)
		return 2;
	int saved = errno;
	float value = size < 28 ? of_large(size, 0xffffe000) : 0;
	errno = value == 0 ? ERANGE : saved;
	return x > 0 ? value : 2 - value;
}
