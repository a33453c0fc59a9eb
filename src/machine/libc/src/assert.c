// assert's message and end.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

char *__short_program_name(void);

_Noreturn void __assert_fail(const char *expression, const char *file, unsigned int line, const char *function)
{
	char *name = __short_program_name();
	fprintf(stderr, "%s%s%s:%u: %s%sAssertion `%s' failed.\n", name, *name ? ": " : "", file, line,
		function ? function : "", function ? ": " : "", expression);
	fflush(stderr);
	abort();
}
