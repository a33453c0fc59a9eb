#include <stdio.h>

// Arguments and environment of main.
#include <stdlib.h>
#include <string.h>
extern char **environ;
int main(int argc, char *argv[], char *envp[])
{
	printf("%d\n", argc);
	for (int i = 1; i < argc; i++)
		printf("%d: %s (%zu)\n", i, argv[i], strlen(argv[i]));
	printf("%d %d\n", argv[argc] == NULL, envp == environ);
	return argc + 4;
}
