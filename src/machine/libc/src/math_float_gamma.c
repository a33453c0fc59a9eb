// The gamma function of float and its logarithm, in the steps of glibc 2.36, of which most are those of fdlibm.
//
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
// Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this
// software is freely granted, provided that this notice is preserved.
#include <errno.h>
#include <math.h>

static const float pi = 3.1415927410e+00f;

// The zeros of log |gamma(x)| between -2 and -15, each in two parts.
static const float zeros[][2] = {{-2.4570248f, 7.447756e-8f}, {-2.7476826f, -7.531628e-8f}, {-3.143581f, 2.519372e-8f}, {-3.9552944f, 8.579265e-8f}, {-4.039362f, 1.13994815e-7f}, {-4.9915447f, 8.295069e-8f}, {-5.0082183f, 1.2009903e-7f}, {-5.9986076f, 1.5541717e-7f}, {-6.001385f, -8.250858e-8f}, {-6.9998016f, 1.2785155e-7f}, {-7.0001984f, 3.0850487e-8f}, {-7.999975f, 7.371953e-9f}, {-8.000025f, -4.7384554e-9f}, {-8.999997f, -1.0527393e-7f}, {-9.000003f, 1.05308125e-7f}, {-10.0f, 2.7557337e-7f}, {-10.0f, -2.75573e-7f}, {-11.0f, 2.505211e-8f}, {-11.0f, -2.5052106e-8f}, {-12.0f, 2.0876758e-9f}, {-12.0f, -2.0876756e-9f}, {-13.0f, 1.6059044e-10f}, {-13.0f, -1.6059044e-10f}, {-14.0f, 1.1470745e-11f}, {-14.0f, -1.1470745e-11f}, {-15.0f, 7.6471636e-13f}};

// Bernoulli's numbers over 2k(2k - 1).
static const float stirling[] = {0.083333336f, -0.0027777778f, 0.0007936508f};

enum { TERMS = sizeof stirling / sizeof *stirling };

// For the eight eighths of [-3, -2], from -2 down: (|gamma(x)| - 1)(x - n)/(x - x0), n the whole number at the half's end.
static const float below_two[][7] = {
	{-1.0447048f, -0.77823055f, -0.12024344f, -0.88860434f, -0.0632145f, -0.92477643f},
	{-0.9475561f, -0.79048145f, 0.22572707f, -1.0102987f, 0.59605014f, -1.3187106f},
	{-0.8430565f, -0.90073085f, 0.6907492f, -1.5712994f, 1.8549f, -3.0916865f},
	{-0.7160436f, -1.1660576f, 1.5312836f, -3.1954994f, 5.340488f, -9.973322f, 17.762815f},
	{-0.23852637f, 1.8020861f, 3.5062888f, 6.5187335f, 11.746682f, 21.498796f, 39.72469f},
	{-0.41939002f, 1.1595156f, 1.8570122f, 2.8829837f, 4.2686076f, 6.3852615f, 9.428522f},
	{-0.54006493f, 0.8033523f, 1.0798808f, 1.4613014f, 1.8388853f, 2.3423362f},
	{-0.6260809f, 0.59001976f, 0.66616285f, 0.824018f, 0.86796117f, 0.99889f},
};

// Of pi * x, for x between -1/4 and 1/2.
static float sine_of_pi(float x)
{
	return x <= 0.25f ? sinf(pi * x) : cosf(pi * (0.5f - x));
}

static float cosine_of_pi(float x)
{
	return x <= 0.25f ? cosf(pi * x) : sinf(pi * (0.5f - x));
}

// log of sin pi x0 over sin pi x.
static float of_sines(float x, float end, int i, float distance)
{
	float here = fabsf(end - x), there = fabsf(end - zeros[i][0] - zeros[i][1]);
	if (there < here * 0.5f)
		return logf(sine_of_pi(there) / sine_of_pi(here));
	float half = (i % 2 == 0 ? distance : -distance) * 0.5f;
	float sine = sine_of_pi(half), cosine = cosine_of_pi(half);
	return log1pf(2 * sine * (-sine + cosine * (cosine_of_pi(here) / sine_of_pi(here))));
}

// log of gamma(1 - x0) over gamma(1 - x).
static float of_gammas(float x, int i, float distance)
{
	const float e_high = 2.7182817f, e_low = 8.2548404e-8f;
	float y0 = 1 - zeros[i][0], y = 1 - x;
	float off0 = -zeros[i][0] + (1 - y0) - zeros[i][1], off = -x + (1 - y);
	float first = distance * log1pf((y0 - e_high - e_low + off0) / e_high) + (y - 0.5f + off) * log1pf(distance / y);
	float inverse0 = 1 / y0, inverse = 1 / y;
	float square0 = inverse0 * inverse0, square = inverse * inverse;
	float difference = -distance / (y * y0);
	float extra = difference * inverse * (inverse + inverse0);
	float terms[TERMS], series = 0;
	for (int j = 0; j < TERMS; j++) {
		terms[j] = difference * stirling[j];
		difference = difference * square0 + extra;
		extra *= square;
	}
	for (int j = TERMS - 1; j >= 0; j--)
		series += terms[j];
	return first + series;
}

// For -15 < x < -2.
static float near_zeros(float x)
{
	int halves = floorf(-2 * x);
	float end = halves % 2 == 0 ? -halves / 2 : (-halves - 1) / 2;
	int i = halves - 4;
	float distance = x - zeros[i][0] - zeros[i][1];
	if (i >= 2)
		return of_sines(x, end, i, distance) + of_gammas(x, i, distance);
	int eighth = floorf(-8 * x) - 16, degree = eighth >= 3 && eighth <= 5 ? 6 : 5;
	float from = x - (-33 - 2 * eighth) * 0.0625f;
	float g = below_two[eighth][degree];
	while (degree > 0)
		g = g * from + below_two[eighth][--degree];
	return log1pf(g * distance / (x - end));
}

static float below_2(float x)
{
	float begin = x <= 0.9f ? -logf(x) : 0;
	float at = x <= 0.9f ? x + 1 : x;
	int part = x <= 0.9f ? (x >= 0.7315998f ? 0 : x >= 0.23163998f ? 1 : 2) : at >= 1.7316313f ? 0 : at >= 1.2316322f ? 1 : 2;
	if (part == 0) {
		float y = x <= 0.9f ? 1 - x : 2.0f - x;
		float z = y * y;
		float p = 7.7215664089e-02f + z * (6.7352302372e-02f + z * (7.3855509982e-03f + z * (1.1927076848e-03f + z * (2.2086278477e-04f + z * 2.5214456400e-05f))));
		float q = z * (3.2246702909e-01f + z * (2.0580807701e-02f + z * (2.8905137442e-03f + z * (5.1006977446e-04f + z * (1.0801156895e-04f + z * 4.4864096708e-05f)))));
		return begin + ((y * p + q) - 0.5f * y);
	}
	if (part == 1) {
		const float least_at = 1.4616321325e+00f;
		float y = x <= 0.9f ? x - (least_at - 1) : x - least_at;
		float z = y * y;
		float w = z * y;
		float first = 4.8383611441e-01f + w * (-3.2788541168e-02f + w * (6.1005386524e-03f + w * (-1.4034647029e-03f + w * 3.1563205994e-04f)));
		float second = -1.4758771658e-01f + w * (1.7970675603e-02f + w * (-3.6845202558e-03f + w * (8.8108185446e-04f + w * -3.1275415677e-04f)));
		float third = 6.4624942839e-02f + w * (-1.0314224288e-02f + w * (2.2596477065e-03f + w * (-5.3859531181e-04f + w * 3.3552918467e-04f)));
		return begin + (-1.2148628384e-01f + (z * first - (6.6971006518e-09f - w * (second + y * third))));
	}
	float y = x <= 0.9f ? x : x - 1;
	float above = y * (-7.7215664089e-02f + y * (6.3282704353e-01f + y * (1.4549225569e+00f + y * (9.7771751881e-01f + y * (2.2896373272e-01f + y * 1.3381091878e-02f)))));
	float below = 1 + y * (2.4559779167e+00f + y * (2.1284897327e+00f + y * (7.6928514242e-01f + y * (1.0422264785e-01f + y * 3.2170924824e-03f))));
	return begin + (-0.5f * y + above / below);
}

static float of_positive(float x)
{
	if (x == 1 || x == 2)
		return 0;
	if (x < 2)
		return below_2(x);
	if (x < 8) {
		int whole = x;
		float y = x - whole, z = 1;
		float p = y * (-7.7215664089e-02f + y * (2.1498242021e-01f + y * (3.2577878237e-01f + y * (1.4635047317e-01f + y * (2.6642270386e-02f + y * (1.8402845599e-03f + y * 3.1947532989e-05f))))));
		float q = 1 + y * (1.3920053244e+00f + y * (7.2193557024e-01f + y * (1.7193385959e-01f + y * (1.8645919859e-02f + y * (7.7794247773e-04f + y * 7.3266842264e-06f)))));
		for (int i = whole - 1; i >= 2; i--)
			z *= y + i;
		float r = 0.5f * y + p / q;
		return whole == 2 ? r : r + logf(z);
	}
	if (x >= 0x1p26f)
		return x * (logf(x) - 1);
	float t = logf(x), z = 1 / x;
	float y = z * z;
	float w = 4.1893854737e-01f + z * (8.3333335817e-02f + y * (-2.7777778450e-03f + y * (7.9365057172e-04f + y * (-5.9518753551e-04f + y * (8.3633989561e-04f + y * -1.6309292987e-03f)))));
	return (x - 0.5f) * (t - 1) + w;
}

// Of pi * y, for y > 0.
static float sine_of_half_turns(float y)
{
	if (y < 0.25f)
		return sinf(pi * y);
	y *= 0.5f;
	y = 2.0f * (y - floorf(y));
	int eighth = y * 4.0f;
	if (eighth == 0)
		return sinf(pi * y);
	if (eighth < 3)
		return cosf(pi * (0.5f - y));
	if (eighth < 5)
		return sinf(pi * (1 - y));
	return eighth < 7 ? -cosf(pi * (y - 1.5f)) : sinf(pi * (y - 2.0f));
}

static float logarithm(float x)
{
	if (fabsf(x) < 0x1p-30f)
		return -logf(fabsf(x));
	if (x > 0)
		return of_positive(x);
	if (x < -2 && x > -15)
		return near_zeros(x);
	return logf(pi / fabsf(sine_of_half_turns(-x) * x)) - of_positive(-x);
}

float lgammaf(float x)
{
	if (!isfinite(x) || (x <= 0 && x == floorf(x)))
		return lgamma(x);
	signgam = x < 0 && fmod(floorf(x), 2) != 0 ? -1 : 1;
	float result = logarithm(x);
	if (isinf(result))
		errno = ERANGE;
	return result;
}

// gamma(x) is what is answered times 2 to the exponent, for x > 0.
static float gamma_of_positive(float x, int *exponent)
{
	*exponent = 0;
	if (x < 0.5f)
		return expf(logarithm(x + 1)) / x;
	if (x <= 1.5f)
		return expf(logarithm(x));
	if (x < 2.5f)
		return expf(logarithm(x - 1)) * (x - 1);
	float at = x, off = 0, passed = 1, passed_off = 0;
	if (x < 4) {
		float n = ceilf(4 - x);
		at = x + n;
		off = x - (at - n);
		double from = (double)(at - n) + off, product = from;
		for (int i = 1; i < (int)n; i++)
			product *= from + i;
		passed = product;
		passed_off = (product - passed) / passed;
	}
	float whole = roundf(at);
	int size;
	float mantissa = frexpf(at, &size);
	if (mantissa < 0.70710678f) {
		size--;
		mantissa *= 2;
	}
	*exponent = size * (int)whole;
	float result = powf(mantissa, at) * exp2f(size * (at - whole)) * expf(-at) * sqrtf(2 * pi / at) / passed;
	float adjusted = -passed_off + off * logf(at), square = at * at;
	adjusted += ((stirling[2] / square + stirling[1]) / square + stirling[0]) / at;
	return result + result * expm1f(adjusted);
}

float tgammaf(float x)
{
	int exponent;
	if (!isfinite(x) || x == 0 || (x < 0 && x == floorf(x)))
		return tgamma(x);
	if (x >= 36 || x <= -42) {
		errno = ERANGE;
		return x > 0 ? HUGE_VALF : fmodf(truncf(x), 2) == 0 ? -0.0f : 0;
	}
	float whole = truncf(x), result;
	if (x > 0) {
		float value = gamma_of_positive(x, &exponent);
		result = ldexpf(value, exponent);
	} else if (x >= -0x1p-25f)
		result = 1.0f / x;
	else {
		float part = whole - x > 0.5f ? 1 - (whole - x) : whole - x;
		float sine = part <= 0.25f ? sinf(pi * part) : cosf(pi * (0.5f - part));
		float inverse = pi / (-x * sine * gamma_of_positive(-x, &exponent));
		result = ldexpf(fmodf(whole, 2) == 0 ? -inverse : inverse, -exponent);
	}
	if (isinf(result))
		errno = ERANGE;
	return result;
}
