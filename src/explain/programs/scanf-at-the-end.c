/* input-ended: the loop asks for a number until it gets the right one, and the input has ended. */
#include <stdio.h>

int main(void)
{
	int guess = 0;
	while (guess != 7) {
		printf("guess: ");
		scanf("%d", &guess);
	}
	printf("right\n");
	return 0;
}
