#include <stdio.h>

// Old style definitions and declarations.
int add(a, b)
int a, b;
{
	return a + b;
}
double scale(x, by, name)
double by;
float x;
char *name;
{
	printf("%s ", name);
	return x * by;
}
int nothing();
main()
{
	char c = 2;
	float f = 1.5;
	printf("%d %g %d\n", add(1, c), scale(f, 2.0, "scale"), nothing());
	return 0;
}
int nothing() { return 7; }
