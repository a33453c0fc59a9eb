#include <stdio.h>
// Macros of all sorts.
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define STRING(x) #x
#define EXPANDED(x) STRING(x)
#define JOIN(a, b) a##b
#define VERSION 1.2
#define LOG(format, ...) printf("%s: " format "\n", __func__, ##__VA_ARGS__)
#define SWAP(type, a, b) do { type t = a; a = b; b = t; } while (0)
#define EACH(X) X(red) X(green) X(blue)
#define NAME(x) #x,
#define ENUM(x) color_##x,
#define LONG_MACRO(x) \
	((x) + \
	 1)
enum { EACH(ENUM) color_count };
static const char *color_names[] = { EACH(NAME) };
#if defined(__linux__) && __STDC_VERSION__ >= 199901L && !defined NOTHING
#define PLATFORM "linux"
#elif 1
#define PLATFORM "other"
#endif
#ifndef PLATFORM
#error "no platform"
#endif
#undef VERSION
#define VERSION 3
int main(void)
{
	int x = 1, y = 2, JOIN(va, lue) = 7;
	SWAP(int, x, y);
	if (x > y)
		SWAP(int, x, y);
	else
		printf("no\n");
	printf("%d %d %d\n", x, y, MAX(x++, 1 + 2));
	printf("%s %s %d\n", STRING(VERSION "a\n"), EXPANDED(VERSION), value);
	LOG("plain");
	LOG("%d %s", value, color_names[color_green]);
	printf("%d %s %d\n", color_count, PLATFORM, LONG_MACRO(4) * 2);
	printf("%d %s\n", __LINE__, "ok");
	return 0;
}
#undef STRING
