// It waits for what you type below the stage. End the input, and it says goodbye.
#include <stdio.h>
#include <string.h>

int main(void)
{
	char line[64];
	printf("What is your name?\n");
	while (fgets(line, sizeof line, stdin) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		printf("Good day, %s. And yours?\n", line);
	}
	printf("Goodbye.\n");
	return 0;
}
