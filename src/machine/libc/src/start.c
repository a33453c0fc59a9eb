// Where a program begins.
#include <bits/hooks.h>
#include <stddef.h>

extern int main();
_Noreturn void exit(int status);

/* The line on which main returned, for whoever asks where the process stood last; the compiler sets it. */
int __main_line;
char **environ;
char *__program_name;

_Noreturn void _start(int argc, char **argv, char **envp)
{
	environ = envp;
	__program_name = argv[0];
	exit(main(argc, argv, envp));
}
