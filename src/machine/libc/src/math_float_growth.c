// The exponential, logarithmic and hyperbolic functions of float, in the steps of glibc 2.36, which are those of fdlibm.
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

static float too_large(float result, float x)
{
	if (isinf(result) && isfinite(x))
		errno = ERANGE;
	return result;
}

// x times 2 to the k-th, where nothing is lost.
static float raised(float x, int k)
{
	union bits bits = {x};
	bits.word += (unsigned)k << 23;
	return bits.value;
}

float expm1f(float x)
{
	const float ln2_high = 6.9313812256e-01f, ln2_low = 9.0580006145e-06f;
	union bits size = {fabsf(x)};
	if (size.word >= 0x42b17218 || (size.word >= 0x4195b844 && x < 0))
		return isnan(x) ? x + x : x < 0 ? -1 : too_large(HUGE_VALF, x);
	if (size.word < 0x33000000)
		return x;
	int k = 0;
	float high = x, low = 0, lost = 0;
	if (size.word > 0x3eb17218) {
		k = size.word < 0x3f851592 ? (x < 0 ? -1 : 1) : (int)(1.4426950216e+00f * x + (x < 0 ? -0.5f : 0.5f));
		high = x - k * ln2_high;
		low = k * ln2_low;
		x = high - low;
		lost = (high - x) - low;
	}
	float half = 0.5f * x;
	float square = x * half;
	float r = 1 + square * (-3.3333335072e-02f + square * (1.5873016091e-03f + square * (-7.9365076090e-05f + square * (4.0082177293e-06f + square * -2.0109921195e-07f))));
	float t = 3.0f - r * half;
	float e = square * ((r - t) / (6.0f - x * t));
	if (k == 0)
		return x - (x * e - square);
	e = (x * (e - lost) - lost) - square;
	if (k == -1)
		return 0.5f * (x - e) - 0.5f;
	if (k == 1)
		return x < -0.25f ? -2.0f * (e - (x + 0.5f)) : 1 + 2.0f * (x - e);
	if (k <= -2 || k > 56)
		return raised(1 - (e - x), k) - 1;
	if (k < 23)
		return raised((1 - raised(1, -k)) - (e - x), k);
	return raised((x - (e + raised(1, -k))) + 1, k);
}

float log1pf(float x)
{
	const float ln2_high = 6.9313812256e-01f, ln2_low = 9.0580006145e-06f;
	if (!(x > -1 && x < HUGE_VALF))
		return log1p(x);
	if (fabsf(x) < 0x1p-29f)
		return fabsf(x) < 0x1p-54f ? x : x - x * x * 0.5f;
	int k = 0, is_one = 0;
	float f = x, c = 0;
	union bits bits = {x};
	if ((x > 0 && bits.word >= 0x3ed413d7) || (x < 0 && bits.word > 0xbe95f61f)) {
		union bits u = {x};
		if (bits.word < 0x5a000000 || x < 0)
			u.value = 1 + x;
		k = (int)(u.word >> 23) - 127;
		if (bits.word < 0x5a000000 || x < 0)
			c = (k > 0 ? 1 - (u.value - x) : x - (u.value - 1)) / u.value;
		unsigned fraction = u.word & 0x007fffff;
		if (fraction < 0x3504f7)
			u.word = fraction | 0x3f800000;
		else {
			k++;
			u.word = fraction | 0x3f000000;
			fraction = (0x00800000 - fraction) >> 2;
		}
		is_one = fraction == 0;
		f = u.value - 1;
	}
	float half = 0.5f * f * f;
	if (is_one) {
		if (f == 0)
			return k == 0 ? 0 : k * ln2_high + (c + k * ln2_low);
		float r = half * (1 - 0.66666666666666666f * f);
		return k == 0 ? f - r : k * ln2_high - ((r - (k * ln2_low + c)) - f);
	}
	float s = f / (2 + f);
	float z = s * s;
	float r = z * (6.6666668653e-01f + z * (4.0000000596e-01f + z * (2.8571429849e-01f + z * (2.2222198546e-01f + z * (1.8183572590e-01f + z * (1.5313838422e-01f + z * 1.4798198640e-01f))))));
	if (k == 0)
		return f - (half - s * (half + r));
	return k * ln2_high - ((half - (s * (half + r) + (k * ln2_low + c))) - f);
}

float log10f(float x)
{
	if (!(x > 0 && x < HUGE_VALF))
		return log10(x);
	union bits bits = {x < 0x1p-126f ? x * 0x1p25f : x};
	int k = (int)(bits.word >> 23) - 127 - (x < 0x1p-126f ? 25 : 0);
	int is_below = k < 0;
	float y = k + is_below;
	bits.word = (bits.word & 0x007fffff) | (unsigned)(0x7f - is_below) << 23;
	return (y * 7.9034151668e-07f + 4.3429449201e-01f * logf(bits.value)) + y * 3.0102920532e-01f;
}

// Half of e to the x, for an x of at least 22.
static float half_exponential(float x, float half)
{
	union bits bits = {x};
	if (bits.word < 0x42b17180)
		return half * expf(x);
	if (bits.word > 0x42b2d4fc)
		return half * HUGE_VALF;
	float root = expf(0.5f * x);
	return half * root * root;
}

float sinhf(float x)
{
	float size = fabsf(x), half = x < 0 ? -0.5f : 0.5f;
	if (!isfinite(x))
		return x + x;
	if (size < 0x1p-28f)
		return x;
	if (size >= 22)
		return too_large(half_exponential(size, half), x);
	float t = expm1f(size);
	return size < 1 ? half * (2.0f * t - t * t / (t + 1)) : half * (t + t / (t + 1));
}

float coshf(float x)
{
	float size = fabsf(x);
	if (!isfinite(x))
		return x * x;
	if (size >= 22)
		return too_large(half_exponential(size, 0.5f), x);
	if (size < 0x1p-55f)
		return 1;
	if (size < 0.3465736f) {
		float t = expm1f(size);
		float w = 1 + t;
		return 1 + (t * t) / (w + w);
	}
	float t = expf(size);
	return 0.5f * t + 0.5f / t;
}

float tanhf(float x)
{
	float size = fabsf(x);
	if (isnan(x))
		return x + x;
	if (size < 0x1p-55f)
		return x;
	if (size >= 22)
		return copysignf(1, x);
	float t = expm1f(size >= 1 ? 2.0f * size : -2.0f * size);
	float z = size >= 1 ? 1 - 2 / (t + 2) : -t / (t + 2);
	return x < 0 ? -z : z;
}

float asinhf(float x)
{
	float size = fabsf(x);
	if (!isfinite(x))
		return x + x;
	if (size < 0x1p-14f)
		return x;
	if (size > 0x1p15f)
		return copysignf(logf(size) + 6.9314718246e-01f, x);
	if (size > 2)
		return copysignf(logf(2.0f * size + 1 / (sqrtf(size * size + 1) + size)), x);
	float t = size * size;
	return copysignf(log1pf(size + t / (1 + sqrtf(1 + t))), x);
}

float acoshf(float x)
{
	if (!(x > 1 && x < HUGE_VALF))
		return acosh(x);
	if (x >= 0x1p28f)
		return logf(x) + 6.9314718246e-01f;
	if (x > 2)
		return logf(2.0f * x - 1 / (x + sqrtf(x * x - 1)));
	float t = x - 1;
	return log1pf(t + sqrtf(2.0f * t + t * t));
}

float atanhf(float x)
{
	float size = fabsf(x);
	if (!(size < 1) || size < 0x1p-28f)
		return atanh(x);
	float twice = size + size;
	return copysignf(0.5f * log1pf(size < 0.5f ? twice + twice * size / (1 - size) : twice / (1 - size)), x);
}

float cbrtf(float x)
{
	const double root_of_2 = 1.2599210498948731648, root_of_4 = 1.5874010519681994748;
	const double factors[] = {1 / root_of_4, 1 / root_of_2, 1, root_of_2, root_of_4};
	int exponent;
	if (!isfinite(x) || x == 0)
		return x + x;
	float m = frexpf(fabsf(x), &exponent);
	float u = 0.492659620528969547 + (0.697570460207922770 - 0.191502161678719066 * m) * m;
	float cube = u * u * u;
	float root = u * (cube + 2.0 * m) / (2.0 * cube + m) * factors[2 + exponent % 3];
	return ldexpf(x > 0 ? root : -root, exponent / 3);
}
