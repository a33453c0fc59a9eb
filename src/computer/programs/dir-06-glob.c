/* glob, wordexp and fnmatch over names of files. */
#define _GNU_SOURCE
#include <fnmatch.h>
#include <glob.h>
#include <wordexp.h>
#include "row.h"

static void globbed(const char *pattern, int flags)
{
	glob_t found;
	int error = glob(pattern, flags, NULL, &found);
	printf("%s %x:", pattern, (unsigned)flags);
	if (error != 0)
		printf(" error %d", error);
	else {
		for (size_t i = 0; i < found.gl_pathc; i++)
			printf(" %s", found.gl_pathv[i]);
		printf(" (%zu)%s", found.gl_pathc, found.gl_pathv[found.gl_pathc] == NULL ? "" : " no end");
		globfree(&found);
	}
	printf("\n");
}

static void worded(const char *words, int flags)
{
	wordexp_t found;
	int error = wordexp(words, &found, flags);
	printf("%s:", words);
	if (error != 0)
		printf(" error %d", error);
	else {
		for (size_t i = 0; i < found.we_wordc; i++)
			printf(" <%s>", found.we_wordv[i]);
		wordfree(&found);
	}
	printf("\n");
}

static void together(void)
{
	glob_t found;
	found.gl_offs = 2;
	show("first", glob("*.c", GLOB_DOOFFS, NULL, &found));
	show("then", glob("*.h", GLOB_DOOFFS | GLOB_APPEND, NULL, &found));
	printf("%d %d", found.gl_pathv[0] == NULL, found.gl_pathv[1] == NULL);
	for (size_t i = 0; i < found.gl_pathc; i++)
		printf(" %s", found.gl_pathv[2 + i]);
	printf("\n");
	globfree(&found);
	wordexp_t words;
	wordexp("one two", &words, 0);
	show("appended", wordexp("three", &words, WRDE_APPEND));
	for (size_t i = 0; i < words.we_wordc; i++)
		printf(" %s", words.we_wordv[i]);
	printf("\n");
	wordfree(&words);
}

int main(void)
{
	const char *names[] = {"b.c", "a.c", "x.h", ".hidden", "[odd]", "sub/in.c", "sub/.dot", "other/in.c", "two words"};
	mkdir("sub", 0755);
	mkdir("other", 0755);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		close(open(names[i], O_CREAT | O_WRONLY, 0644));
	setenv("HOME", "/home/somebody", 1);
	setenv("WORDS", "a b  c", 1);
	setenv("STAR", "*.c", 1);
	setenv("EMPTY", "", 1);
	unsetenv("NONE");
	const char *patterns[] = {"*", "*.c", "*.[ch]", "?.c", "[!a].c", "none*", "sub/*", "*/in.c", "*/", ".*", "\\*.c", "[[]odd]", "\\[odd]", "b.c", "none", "s*/i*", "./*.h", "sub/.*", "/dev/nul*", "//dev/null", "", "[a", "sub//in.c"};
	for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++)
		globbed(patterns[i], 0);
	globbed("*", GLOB_MARK);
	globbed("none*", GLOB_NOCHECK);
	globbed("none", GLOB_NOMAGIC);
	globbed("none*", GLOB_NOMAGIC);
	globbed("\\*.c", GLOB_NOESCAPE | GLOB_NOCHECK);
	globbed("*", GLOB_PERIOD);
	globbed("*", GLOB_ONLYDIR);
	globbed("{a,b}.c", GLOB_BRACE);
	globbed("{x,a,none}.{c,h}", GLOB_BRACE);
	globbed("{s,o}*/{in,out}.c", GLOB_BRACE);
	globbed("~", GLOB_TILDE | GLOB_NOCHECK);
	globbed("~/x", GLOB_TILDE | GLOB_NOCHECK);
	together();
	const char *words[] = {"one  two\tthree", "'one two' \"three $WORDS\"", "$WORDS", "\"$WORDS\"", "x${WORDS}y", "*.c", "'*.c'", "\"*.c\"", "\\*.c", "none*", "$STAR", "\"$STAR\"", "$NONE", "\"$NONE\"", "x$NONE", "$EMPTY", "''", "~", "~/file", "a~", "${NONE:-other word}", "${WORDS+set}", "${EMPTY:-was empty}", "${EMPTY-was empty}", "a|b", "a&b", "a;b", "a>b", "(a)", "{a}", "\"open", "'open", "back\\", "a\\ b", "$", "\"\\$WORDS\"", "#not", "a=b", "${", "$(", "`"};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		worded(words[i], 0);
	worded("$NONE", WRDE_UNDEF);
	worded("$(echo x)", WRDE_NOCMD);
	worded("`echo x`", WRDE_NOCMD);
	return 0;
}
