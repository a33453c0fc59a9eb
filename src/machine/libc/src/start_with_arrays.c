// Where a program with constructors or destructors begins: the former run before main, the latter after all else of exit.
#include <stddef.h>

extern int main();
_Noreturn void exit(int status);
int atexit(void (*function)(void));

extern char **environ;
extern char *__program_name;

/* Both end with a null pointer. */
extern void (*const __init_array[])(int, char **, char **);
extern void (*const __fini_array[])(void);

static void finish(void)
{
	size_t count = 0;

	while (__fini_array[count])
		count++;
	while (count > 0)
		__fini_array[--count]();
}

_Noreturn void __start_with_arrays(int argc, char **argv, char **envp)
{
	environ = envp;
	__program_name = argv[0];
	atexit(finish);
	for (size_t i = 0; __init_array[i]; i++)
		__init_array[i](argc, argv, envp);
	exit(main(argc, argv, envp));
}
