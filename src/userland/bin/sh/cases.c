/* Which parenthesis in $(…) closes a pattern of `case`, and not the command: told from the reserved words that went by. */
#include <string.h>
#include "sh.h"

static int is_one_of(const char *word, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(word, *words) == 0)
			return 1;
	return 0;
}

/* Behind a word: it may have begun or ended a `case`. */
static void end_word(struct cases *cases)
{
	static const char *const before_command[] = {"then", "do", "else", "elif", "if", "while", "until", "!", "{", NULL};
	cases->word[cases->length] = 0;
	int first = cases->command;
	if (strcmp(cases->word, "esac") == 0 && (first || cases->after_in) && cases->open > 0)
		cases->open--;
	else if (strcmp(cases->word, "case") == 0 && first)
		cases->open++;
	cases->after_in = strcmp(cases->word, "in") == 0;
	cases->command = first && is_one_of(cases->word, before_command);
	cases->length = 0;
}

/* Takes note of one letter outside quotes; a quoted part counts as any letter. */
void note_letter(struct cases *cases, int c)
{
	if (!cases->begun) {
		cases->begun = 1;
		cases->command = 1;
	}
	if (c != END && strchr(" \t\n;&|()<>", c) == NULL) {
		if (cases->length + 1 < sizeof cases->word)
			cases->word[cases->length++] = c;
		return;
	}
	if (cases->length > 0)
		end_word(cases);
	if (c != END && strchr("\n;&|()", c))
		cases->command = 1;
}

/* Whether a closing parenthesis, met now, ends a pattern. */
int ends_pattern(struct cases *cases)
{
	note_letter(cases, ' ');
	return cases->open > 0;
}
