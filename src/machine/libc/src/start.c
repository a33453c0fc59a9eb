// Where a program begins.
#include <bits/hooks.h>
#include <stddef.h>

extern int main();
_Noreturn void exit(int status);

char **environ;
char *__program_name;

_Noreturn void _start(int argc, char **argv, char **envp)
{
	environ = envp;
	__program_name = argv[0];
	exit(main(argc, argv, envp));
}
