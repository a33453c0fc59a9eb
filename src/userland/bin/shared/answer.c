/* What somebody answers to a question of cp, mv or rm. */
#include <stdio.h>
#include "answer.h"

int answers_yes(void)
{
	int first = getchar();
	for (int letter = first; letter != '\n' && letter != EOF; letter = getchar())
		;
	return first == 'y' || first == 'Y';
}
