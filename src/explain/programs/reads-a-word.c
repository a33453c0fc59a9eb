/* input-ended: the words are counted until one is "end", and the file has none. */
#include <stdio.h>
#include <string.h>

int main(void)
{
	char word[32] = "";
	int words = 0;

	while (strcmp(word, "end") != 0) {
		fgets(word, sizeof word, stdin);
		words++;
	}
	printf("%d words\n", words);
	return 0;
}
