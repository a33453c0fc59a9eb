// The functions of angles of float, in the steps of glibc 2.36, of which most are those of fdlibm.
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

// Without the last twelve bits of its fraction.
static float cut(float x)
{
	union bits bits = {x};
	bits.word &= 0xfffff000;
	return bits.value;
}

static float acos_ratio(float z)
{
	float p = z * (1.6666667163e-01f + z * (-3.2556581497e-01f + z * (2.0121252537e-01f + z * (-4.0055535734e-02f + z * (7.9153501429e-04f + z * 3.4793309169e-05f)))));
	float q = 1 + z * (-2.4033949375e+00f + z * (2.0209457874e+00f + z * (-6.8828397989e-01f + z * 7.7038154006e-02f)));
	return p / q;
}

float acosf(float x)
{
	const float half_pi = 1.5707962513e+00f, rest = 7.5497894159e-08f;
	if (!(fabsf(x) < 1))
		return acos(x);
	if (fabsf(x) <= 0x1p-26f)
		return half_pi + rest;
	if (fabsf(x) < 0.5f)
		return half_pi - (x - (rest - x * acos_ratio(x * x)));
	float z = (1 - fabsf(x)) * 0.5f;
	float s = sqrtf(z);
	if (x < 0)
		return 3.1415925026e+00f - 2.0f * (s + (acos_ratio(z) * s - rest));
	float high = cut(s);
	float low = (z - high * high) / (s + high);
	return 2.0f * (high + (acos_ratio(z) * s + low));
}

static float asin_series(float t)
{
	return t * (1.666675248e-1f + t * (7.495297643e-2f + t * (4.547037598e-2f + t * (2.417951451e-2f + t * 4.216630880e-2f))));
}

float asinf(float x)
{
	const float half_pi = 1.57079637050628662109375f, rest = -4.37113900018624283e-8f, quarter_pi = 0.785398185253143310546875f;
	float size = fabsf(x);
	if (!(size < 1))
		return asin(x);
	if (size < 0x1p-27f)
		return x;
	if (size < 0.5f)
		return x + x * asin_series(x * x);
	float t = (1 - size) * 0.5f;
	float p = asin_series(t), s = sqrtf(t);
	if (size >= 0.975f)
		t = half_pi - (2.0f * (s + s * p) - rest);
	else {
		float high = cut(s);
		float low = (t - high * high) / (s + high);
		t = quarter_pi - ((2.0f * s * p - (rest - 2.0f * low)) - (quarter_pi - 2.0f * high));
	}
	return x > 0 ? t : -t;
}

float atanf(float x)
{
	static const float high[] = {4.6364760399e-01f, 7.8539812565e-01f, 9.8279368877e-01f, 1.5707962513e+00f};
	static const float low[] = {5.0121582440e-09f, 3.7748947079e-08f, 3.4473217170e-08f, 7.5497894159e-08f};
	float size = fabsf(x);
	if (isnan(x))
		return x + x;
	if (size >= 0x1p25f)
		return copysignf(high[3] + low[3], x);
	if (size < 0x1p-29f)
		return x;
	int part = size < 0.4375f ? -1 : size < 0.6875f ? 0 : size < 1.1875f ? 1 : size < 2.4375f ? 2 : 3;
	float t = part < 0 ? x : part == 0 ? (2.0f * size - 1) / (2 + size) : part == 1 ? (size - 1) / (size + 1) : part == 2 ? (size - 1.5f) / (1 + 1.5f * size) : -1.0f / size;
	float z = t * t;
	float w = z * z;
	float odd = z * (3.3333334327e-01f + w * (1.4285714924e-01f + w * (9.0908870101e-02f + w * (6.6610731184e-02f + w * (4.9768779427e-02f + w * 1.6285819933e-02f)))));
	float even = w * (-2.0000000298e-01f + w * (-1.1111110449e-01f + w * (-7.6918758452e-02f + w * (-5.8335702866e-02f + w * -3.6531571299e-02f))));
	if (part < 0)
		return t - t * (odd + even);
	return copysignf(high[part] - ((t * (odd + even) - low[part]) - t), x);
}

float atan2f(float y, float x)
{
	const float half_pi = 1.5707963705e+00f, pi = 3.1415927410e+00f, rest = -8.7422776573e-08f;
	if (!isfinite(x) || !isfinite(y) || x == 0 || y == 0)
		return atan2(y, x);
	if (x == 1)
		return atanf(y);
	union bits across = {fabsf(x)}, along = {fabsf(y)};
	int k = ((int)along.word - (int)across.word) >> 23;
	float z = k > 60 ? half_pi + 0.5f * rest : x < 0 && k < -60 ? 0 : atanf(fabsf(y / x));
	if (x < 0)
		return y < 0 ? (z - rest) - pi : pi - (z - rest);
	if (z == 0)
		errno = ERANGE;
	return y < 0 ? -z : z;
}

// x less a multiple of half of pi, of at least 2 in size, and in which of the four quarters that multiple ends.
static double reduced(float x, int *quarter)
{
	static const unsigned inverse[24] = {0xa2, 0xa2f9, 0xa2f983, 0xa2f9836e, 0xf9836e4e, 0x836e4e44, 0x6e4e4415, 0x4e441529, 0x441529fc, 0x1529fc27, 0x29fc2757, 0xfc2757d1, 0x2757d1f5, 0x57d1f534, 0xd1f534dd, 0xf534ddc0, 0x34ddc0db, 0xddc0db62, 0xc0db6295, 0xdb629599, 0x6295993c, 0x95993c43, 0x993c4390, 0x3c439041};
	union bits bits = {fabsf(x)};
	if (bits.word < 0x42f00000) {
		int n = ((int)(x * 0x1.45F306DC9C883p+23) + 0x800000) >> 24;
		*quarter = n & 3;
		return x - n * 0x1.921FB54442D18p0;
	}
	const unsigned *four_over_pi = &inverse[bits.word >> 26 & 15];
	unsigned fraction = ((bits.word & 0xffffff) | 0x800000) << (bits.word >> 23 & 7);
	unsigned long first = fraction * four_over_pi[0];
	unsigned long last = (unsigned long)fraction * four_over_pi[8];
	unsigned long turns = (last >> 32 | first << 32) + (unsigned long)fraction * four_over_pi[4];
	unsigned long n = (turns + (1ul << 61)) >> 62;
	double rest = (long)(turns - (n << 62)) * 0x1.921FB54442D18p-62;
	*quarter = x < 0 ? -n & 3 : n & 3;
	return x < 0 ? -rest : rest;
}

static float near_sine(double x)
{
	double square = x * x;
	double cube = x * square;
	return (x + cube * -0x1.555545995a603p-3) + cube * square * (0x1.1107605230bc4p-7 + square * -0x1.994eb3774cf24p-13);
}

static float near_cosine(double x)
{
	double square = x * x;
	double fourth = square * square;
	return ((1 + square * -0x1.ffffffd0c621cp-2) + fourth * 0x1.55553e1068f19p-5) + fourth * square * (-0x1.6c087e89a359dp-10 + square * 0x1.99343027bf8c3p-16);
}

static float at_quarter(double x, int quarter)
{
	float value = quarter & 1 ? near_cosine(x) : near_sine(x);
	return quarter & 2 ? -value : value;
}

// Whether its sine and cosine come of x as it is: below the float of pi / 4, in the first twelve bits.
static int is_near(float x)
{
	return fabsf(x) < 0.75f;
}

float sinf(float x)
{
	int quarter;
	if (!isfinite(x))
		return sin(x);
	if (fabsf(x) < 0x1p-12f)
		return x;
	if (is_near(x))
		return near_sine(x);
	double rest = reduced(x, &quarter);
	return at_quarter(rest, quarter);
}

float cosf(float x)
{
	int quarter;
	if (!isfinite(x))
		return cos(x);
	if (fabsf(x) < 0x1p-12f)
		return 1;
	if (is_near(x))
		return near_cosine(x);
	double rest = reduced(x, &quarter);
	return at_quarter(rest, quarter + 1);
}

// Of x + y; `way` is 1 for the tangent, -1 for the negative of its inverse.
static float tangent(float x, float y, int way)
{
	int is_far = fabsf(x) >= 0.6743355f, is_negative = x < 0;
	if (fabsf(x) < 0x1p-13f)
		return way == 1 ? x : -1 / x;
	if (is_far) {
		if (is_negative)
			x = -x, y = -y;
		x = (7.8539812565e-01f - x) + (3.7748947079e-08f - y);
		y = 0;
		if (fabsf(x) < 0x1p-13f)
			return (is_negative ? -1 : 1) * way * (1.0f - 2 * way * x);
	}
	float z = x * x;
	float w = z * z;
	float r = 1.3333334029e-01f + w * (2.1869488060e-02f + w * (3.5920790397e-03f + w * (5.8804126456e-04f + w * (7.8179444245e-05f + w * -1.8558637748e-05f))));
	float v = z * (5.3968254477e-02f + w * (8.8632395491e-03f + w * (1.4562094584e-03f + w * (2.4646313977e-04f + w * (7.1407252108e-05f + w * 2.5907305826e-05f)))));
	float s = z * x;
	r = y + z * (s * (r + v) + y);
	r += 3.3333334327e-01f * s;
	w = x + r;
	if (is_far)
		return (is_negative ? -1 : 1) * (way - 2.0f * (x - (w * w / (w + way) - r)));
	if (way == 1)
		return w;
	float high = cut(w), inverse = -1.0f / w;
	float low = r - (high - x), about = cut(inverse);
	return about + inverse * ((1 + about * high) + about * low);
}

float tanf(float x)
{
	int quarter;
	union bits bits = {fabsf(x)};
	if (!isfinite(x))
		return tan(x);
	if (bits.word <= 0x3f490fda)
		return tangent(x, 0, 1);
	double rest = reduced(x, &quarter);
	float high = rest;
	return tangent(high, rest - high, quarter & 1 ? -1 : 1);
}
