// ecvt, fcvt, gcvt: the digits of a number, as old programs ask for them.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// No double has more digits that mean anything.
#define DIGITS 17

static char digits[400];

char *fcvt(double value, int decimals, int *point, int *negative)
{
	char text[400];
	if (!isfinite(value)) {
		*point = *negative = 0;
		sprintf(digits, "%g", value);
		return digits;
	}
	*negative = signbit(value) != 0;
	if (decimals < 0)
		decimals = 0;
	if (decimals > DIGITS)
		decimals = DIGITS;
	snprintf(text, sizeof text, "%.*f", decimals, fabs(value));
	char *dot = strchr(text, '.');
	*point = dot ? dot - text : (int)strlen(text);
	if (dot)
		memmove(dot, dot + 1, strlen(dot));
	char *first = text;
	// Zeros in front are no digits of the number, not even the only ones; of zero itself all stay.
	if (dot && text[0] == '0' && value != 0) {
		for (; *first == '0'; first++)
			--*point;
	}
	strcpy(digits, first);
	return digits;
}

// As glibc does: a number from 1 to below 10, and its digits behind the point. One that rounds up to 10 has a digit more.
char *ecvt(double value, int count, int *point, int *negative)
{
	double size = fabs(value), factor = 1;
	int exponent = 0;
	if (isfinite(value) && value != 0) {
		if (size < 1) {
			do {
				factor *= 10;
				exponent--;
			} while (size * factor < 1);
			value *= factor;
		} else if (size >= 10) {
			do {
				factor *= 10;
				exponent++;
			} while (size >= factor * 10);
			value /= factor;
		}
	}
	if (count <= 0) {
		*negative = isfinite(value) && signbit(value) != 0;
		*point = 1;
		digits[0] = 0;
	} else
		fcvt(value, (count > DIGITS ? DIGITS : count) - 1, point, negative);
	*point += exponent;
	return digits;
}

char *gcvt(double value, int count, char *text)
{
	sprintf(text, "%.*g", count > DIGITS ? DIGITS : count, value);
	return text;
}
