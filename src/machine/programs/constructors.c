#include <stdio.h>
#include <stdlib.h>

// Functions that run before main and after it: the lowest priority first, then those without one; afterwards backwards.
static int begun;

static void first_registered(void)
{
	puts("registered before main");
}

static void last_registered(void)
{
	puts("registered in main");
}

static void __attribute__((constructor)) plain(int argc, char **argv, char **envp)
{
	printf("plain %d %s %d\n", argc, argv[1], envp != NULL);
	begun++;
}

__attribute__((constructor(200))) static void at_200(void)
{
	puts("200");
}

__attribute__((constructor(150))) void at_150(void)
{
	puts("150");
}

__attribute__((constructor)) static void registers(void)
{
	atexit(first_registered);
}

__attribute__((destructor)) static void first_end(void)
{
	puts("end, defined first");
}

__attribute__((destructor)) static void second_end(void)
{
	puts("end, defined second");
}

__attribute__((destructor(150))) static void end_at_150(void)
{
	puts("end 150");
}

__attribute__((destructor(200))) static void end_at_200(void)
{
	puts("end 200");
}

void both(void) __attribute__((constructor, destructor));
void both(void)
{
	printf("both %d\n", begun++);
}

int main(void)
{
	atexit(last_registered);
	printf("main %d\n", begun);
	return 4;
}
