/* The arithmetic of wordexp: what glibc computes of $((…)), and what it refuses. */
#include <stdio.h>
#include <stdlib.h>
#include <wordexp.h>
static void expand(const char *text)
{
	wordexp_t words;
	int error = wordexp(text, &words, 0);
	printf("%s: %d", text, error);
	for (size_t i = 0; error == 0 && i < words.we_wordc; i++) printf(" [%s]", words.we_wordv[i]);
	printf("\n");
	if (error == 0)
		wordfree(&words);
}
int main(void)
{
	static const char *const texts[] = {
		"$((1+2))", "$(( 2 * 3 + 4 ))", "$((2+3*4))", "a$((10 - 3 - 2))b", "\"$((7 / 2))\"", "$((-5))", "$((3 - -2))", "$((0x10 + 010))",
		"$((1/0))", "$((x))", "$((1+))", "$(((1+2)*3))", "$((2*(3+4)))", "$((2 + $N))", "$((1", "$((1)", "$((1;2))", "$((9223372036854775807))",
		"$((1 2))", "$((7 % 2))", "$((1 < 2))", "-$((1))-$((2))", "$((-7 / 2))", "$((1+2)) $((3))",
	};
	setenv("N", "40", 1);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) expand(texts[i]);
	return 0;
}
