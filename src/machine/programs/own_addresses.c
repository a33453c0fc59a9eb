/* The address of a function's own variable, returned: gcc makes a null pointer of it where the expression itself shows it. */
#include <stdio.h>

struct s {
	int a[3];
	int b;
};

static int n;

static int *variable(void) { int x = 5; return &x; }
static char *array(void) { char t[4] = "abc"; return t; }
static char *inside(void) { char t[4] = "abc"; return t + 1; }
static char *before(void) { char t[4] = "abc"; return t - 1; }
static int *member(void) { struct s v = { { 1, 2, 3 }, 4 }; return &v.b; }
static int *array_member(void) { struct s v = { { 1 }, 2 }; return v.a; }
static int *element(void) { int a[3] = { 1, 2, 3 }; int i = 1; return &a[i]; }
static int *counted(void) { int a[3] = { 0 }; return &a[n++]; }
static int *row(void) { int a[2][3] = { { 0 } }; return a[1]; }
static int *parameter(int p) { return &p; }
static int *by_value(struct s v) { return v.a; }
static char *cast(void) { char t[4] = "abc"; return (char *)(void *)t; }
static void *any(void) { int a[3] = { 0 }; return a; }
static int *of_variable_length(int m) { int a[m]; a[0] = 1; return a; }
static int *comma(void) { int x; return (n++, &x); }
static int *either(int c) { int a = 1; return c ? &a : NULL; }
static long number(void) { int x = 5; return (long)&x; }
static int *kept(void) { static int x; return &x; }
static int *through_pointer(void) { int a[3] = { 0 }; int *p = a; return &p[1]; }
static int *literal(void) { return &(int){ 5 }; }
static int *given(int *p) { return &p[1]; }

int main(void)
{
	struct s v = { { 0 }, 0 };
	printf("%d %d %d %d\n", !variable(), !array(), !inside(), !before());
	printf("%d %d %d %d %d\n", !member(), !array_member(), !element(), !counted(), !row());
	printf("%d %d %d %d\n", !parameter(1), !by_value(v), !cast(), !any());
	printf("%d %d, counted %d\n", !of_variable_length(3), !comma(), n);
	printf("%d %d %d %d %d %d\n", !either(1), !number(), !kept(), !through_pointer(), !literal(), !given(&n));
	return 0;
}
