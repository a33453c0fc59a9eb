/* killed-by-fault: a pointer to a string literal, through which the literal is to be changed. */
#include <stdio.h>

static void upper(char *text)
{
	for (int i = 0; text[i] != '\0'; i++)
		if (text[i] >= 'a' && text[i] <= 'z')
			text[i] -= 'a' - 'A';
}

int main(void)
{
	char *word = "hello";

	upper(word);
	printf("%s\n", word);
	return 0;
}
