#include <stdio.h>

// Functions with variable arguments.
#include <stdarg.h>
#include <string.h>
static int sum(int count, ...)
{
	va_list ap;
	int total = 0;
	va_start(ap, count);
	while (count-- > 0)
		total += va_arg(ap, int);
	va_end(ap);
	return total;
}
struct pair { int a; long b; };
static void mixed(const char *kinds, ...)
{
	va_list ap;
	va_start(ap, kinds);
	for (; *kinds; kinds++)
		switch (*kinds) {
		case 'i': printf("%d ", va_arg(ap, int)); break;
		case 'l': printf("%ld ", va_arg(ap, long)); break;
		case 'd': printf("%g ", va_arg(ap, double)); break;
		case 's': printf("%s ", va_arg(ap, char *)); break;
		case 'p': { struct pair p = va_arg(ap, struct pair); printf("%d/%ld ", p.a, p.b); break; }
		}
	va_end(ap);
	printf("\n");
}
static void message(char *out, size_t size, const char *format, va_list ap)
{
	va_list again;
	va_copy(again, ap);
	vsnprintf(out, size, format, ap);
	printf("%d ", vsnprintf(0, 0, format, again));
	va_end(again);
}
static void report(const char *format, ...)
{
	char buf[16];
	va_list ap;
	va_start(ap, format);
	message(buf, sizeof buf, format, ap);
	va_end(ap);
	printf("[%s]\n", buf);
}
int main(void)
{
	char c = 3;
	short s = 4;
	float f = 2.5f;
	struct pair p = { 7, 1L << 40 };
	printf("%d %d\n", sum(0), sum(4, 1, 2, c, s));
	mixed("ildsp", 1, 2L, f, "text", p);
	report("%s=%d", "x", 42);
	report("%s is a long text", "this");
	return 0;
}
