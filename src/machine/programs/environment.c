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
	printf("%d\n", envp == argv + argc + 1);
	char *end = argv[0];
	for (int i = 0; i < argc; i++) {
		printf("%d", argv[i] == end);
		end = argv[i] + strlen(argv[i]) + 1;
	}
	for (int i = 0; envp[i] != NULL; i++) {
		if (envp[i] != end)
			printf(" not here: %d", i);
		end = envp[i] + strlen(envp[i]) + 1;
	}
	printf("\n");
	return argc + 4;
}
