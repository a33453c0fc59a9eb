#include <stdio.h>

// A recursive descent calculator.
#include <stdlib.h>
#include <ctype.h>
static const char *at;
static double sum(void);
static void blanks(void) { while (isspace((unsigned char)*at)) at++; }
static double factor(void)
{
	blanks();
	if (*at == '(') {
		at++;
		double v = sum();
		blanks();
		at++;
		return v;
	}
	if (*at == '-') { at++; return -factor(); }
	char *end;
	double v = strtod(at, &end);
	at = end;
	return v;
}
static double product(void)
{
	double v = factor();
	for (blanks(); *at == '*' || *at == '/'; blanks()) {
		char op = *at++;
		double w = factor();
		v = op == '*' ? v * w : v / w;
	}
	return v;
}
static double sum(void)
{
	double v = product();
	for (blanks(); *at == '+' || *at == '-'; blanks())
		v += *at++ == '+' ? product() : -product();
	return v;
}
int main(void)
{
	const char *lines[] = { "1 + 2 * 3", "(1+2)*3", "-4 / (2 - 4)", "1.5e2 - .5", "2*(3+(4-1))/3" };
	for (int i = 0; i < 5; i++) {
		at = lines[i];
		printf("%s = %g\n", lines[i], sum());
	}
	return 0;
}
