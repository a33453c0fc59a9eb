#include <stdio.h>
#include <string.h>
// Names for the linker alone, and symbols that another definition may replace or that nobody defines.
extern int length(const char *) __asm__("" "strlen");
int twice(int n) __asm__("double_it");
int double_it(int);
int twice(int n) { return 2 * n; }
static int counted asm("counter") = 5;
extern int shared __asm__("other_name"), plain;
int other_name = 7, plain = 8;
extern int opt(void) __attribute__((weak));
extern int missing __attribute__((weak)), there __attribute__((weak));
int there = 4;
int __attribute__((weak)) late(void);
int late(void) { return 9; }
extern int puts(const char *) __attribute__((weak));
__attribute__((weak)) void *calloc(unsigned long n, unsigned long size);
typedef int call(void);
static call *table[] = { opt, late };
static int *places[] = { &missing, &there };
static int ask(void) { if (opt) return opt(); if (!opt) return 3; return 4; }
int main(void) {
	printf("%d %d %d\n", length("four"), twice(4), double_it(5));
	printf("%d %d %d\n", counted, shared, plain);
	printf("%d %d %d\n", opt ? opt() : 3, ask(), opt == 0);
	printf("%d %d\n", &missing ? missing : 6, &there ? there : 6);
	printf("%d %d\n", late ? late() : 1, late());
	printf("%d %d %d %d\n", table[0] == 0, table[1](), places[0] == 0, *places[1]);
	if (puts && calloc) puts("of the library");
	return opt && opt() ? 1 : 0;
}
