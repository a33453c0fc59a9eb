#include <stdio.h>

// What printf can do.
int main(void)
{
	printf("[%5d|%-5d|%05d|%+d|% d]\n", 42, 42, 42, 42, 42);
	printf("[%x|%X|%#x|%o|%#o|%u]\n", 255, 255, 255, 8, 8, -1);
	printf("[%ld|%lld|%hd|%hhd|%zu|%jd]\n", 1L << 40, 1LL << 41, (short)70000, (char)300, sizeof(int), (__INTMAX_TYPE__)-5);
	printf("[%s|%10s|%-10s|%.2s|%*s|%.*s]\n", "abc", "abc", "abc", "abc", 6, "abc", 1, "abc");
	printf("[%c|%3c|%%]\n", 'x', 'y');
	printf("[%f|%.2f|%8.3f|%-8.1f|%+.0f|%e|%g|%g|%G]\n", 3.14159, 3.14159, 3.14159, 3.14159, 2.5, 12345.678, 0.0001, 1e10, 1e-10);
	printf("[%p|%p]\n", (void *)0, (void *)0x1234);
	printf("[%5s|%-5s|%5.1s]\n", "toolong", "ab", "xyz");
	printf("[%08.3f|%+05d|%x]\n", -3.5, 7, -1);
	printf("[%.3d|%.0d|%8.3d|%-8.3d|]\n", 5, 0, 7, 7);
	printf("%d\n", printf("12345\n"));
	int n;
	printf("abc%n", &n);
	printf(" %d\n", n);
	printf("%g %g %g %g\n", 100000.0, 1000000.0, 0.5, 1.0 / 3);
	printf("%.15g %.17g %a\n", 0.1, 0.1, 1.0);
	printf("%f %f\n", 1.0 / 0.0, -1.0 / 0.0);
	char buf[8];
	printf("%d ", snprintf(buf, sizeof buf, "%s-%d", "hello", 12345));
	printf("%s\n", buf);
	return 0;
}
