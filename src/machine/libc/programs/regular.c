// POSIX regular expressions: matches, groups, and what is refused.
#include <regex.h>
#include <stdio.h>
#include <string.h>

static void match(const char *pattern, const char *text, int flags, int how)
{
	regex_t regex;
	regmatch_t found[6];
	char message[64];
	int error = regcomp(&regex, pattern, flags);
	printf("%s%s '%s'", pattern, flags & REG_EXTENDED ? " E" : "", text);
	if (error != 0) {
		size_t length = regerror(error, &regex, message, sizeof message);
		printf(" refused: %s (%d)\n", message, (int)length);
		return;
	}
	error = regexec(&regex, text, 6, found, how);
	if (error != 0) {
		regerror(error, &regex, message, sizeof message);
		printf(" %s\n", message);
	} else {
		for (size_t i = 0; i <= regex.re_nsub && i < 6; i++)
			printf(" (%d,%d)", found[i].rm_so, found[i].rm_eo);
		printf("\n");
	}
	regfree(&regex);
}

static const char *const extended[][2] = {
	{"abc", "xabcy"}, {"a*", "baaa"}, {"a+", "baaa"}, {"a?b", "aab"}, {"(a|ab)(c|bcd)(d*)", "abcd"}, {"(ab|a)(bcd|c)(d*)", "abcd"},
	{"x|xy|xyz", "wxyz"}, {"(a+)(b+)", "caabbb"}, {"(a*)(ab)*(b*)", "abb"}, {"(a*)*", "b"}, {"(a*)*", "aab"}, {"(a*)+", "b"}, {"(a|b)*", ""},
	{"(a|b)*c", "abac"}, {"^abc$", "abc"}, {"^abc$", "abcd"}, {"a{2}", "aaaa"}, {"a{2,}", "aaaa"}, {"a{2,3}", "aaaa"}, {"a{,2}", "aaaa"},
	{"(ab){2}", "ababab"}, {"[a-c]+", "xxabcabd"}, {"[^a-c]+", "abxyzc"}, {"[]a]+", "b]a]"}, {"[a-]+", "b-a"}, {"[[:digit:]]+", "ab123c"},
	{"[[:alpha:]_][[:alnum:]_]*", "12 name_3"}, {"[[.a.]]", "ba"}, {"[[=a=]]", "ba"}, {"\\.", "a.b"}, {"a.c", "abc"}, {"()", "abc"}, {"(a|)", "b"},
	{"a|", "b"}, {"(|a)+", "aaa"}, {"(.)\\1", "abccd"}, {"(a+)b\\1", "aabaaab"}, {"(a)|b\\1", "ba"}, {"\\<the\\>", "other the"}, {"\\bx", "ax x"}, {"\\Bx", "x ax"},
	{"\\w+", "  word-s"}, {"\\W", "ab c"}, {"\\s", "ab c"}, {"\\S+", "  ab"}, {"\\`a", "ba"}, {"a\\'", "aba"}, {"foo)bar", "foo)bar"}, {"a{1", "a"}, {"a{", "a"},
	{"a{x}", "a"}, {"a{2,1}", "a"}, {"a{40000}", "a"}, {"*a", "a"}, {"+a", "a"}, {"a|*b", "b"}, {"(*a)", "a"}, {"^*", "*"}, {"a**", "aaa"}, {"a+*", "aa"},
	{"(", "("}, {"(a", "a"}, {"[a", "a"}, {"[", "["}, {"[z-a]", "z"}, {"[[:nope:]]", "a"}, {"[[.space.]]", " "}, {"[[:alpha:", "a"}, {"a\\", "a"}, {"\\1", "a"}, {"(a\\1)", "aa"},
	{"(^a)|b$", "cb"}, {"a$b", "a$b"}, {"x^", "x^"}, {"(a(b(c)))", "abc"}, {"((a)|(b))*", "ab"}, {"(a|(b))*", "ba"}, {"(a)|(b)|(c)", "b"}, {"((a*)b)*", "abb"},
	{"([0-9]+)\\.([0-9]+)\\.([0-9]+)", "v10.2.33-x"}, {"^([^:]*):([^:]*):([0-9]+)", "root:x:0:0"}, {"(foo|foobar)(bar)?", "foobar"},
	{"(week|wee)(night|knights)", "weeknights"}, {"aa|aaa", "aaaa"}, {"(a*)(a|aa)", "aaaa"}, {"(a|b|c|d|e)*", "edcba"}, {"(a?)(ab)?", "ab"},
	{"(a?){2}", "a"}, {"(a|ab|c|bcd)*", "ababcd"}, {"X(.?){8}Y", "X1234567Y"}, {"\\(a\\)", "(a)"}, {"a\\{1\\}", "a{1}"}, {"[\\]a]", "\\a]"},
};

static const char *const basic[][2] = {
	{"a*", "baaa"}, {"a+", "aa+"}, {"a\\+", "aa+"}, {"a\\?b", "b"}, {"\\(ab\\)*", "ababa"}, {"\\(ab\\)\\{2\\}", "ababab"}, {"a\\{2,3\\}", "aaaa"}, {"*a", "b*a"}, {"\\(*a\\)", "*a"},
	{"^*a", "*a"}, {"a|b", "a|b"}, {"a\\|b", "b"}, {"(a)", "(a)"}, {"a^b", "a^b"}, {"a$b", "a$b"}, {"^a", "ba"}, {"a$", "ba"}, {"\\(^a\\)", "ab"}, {"\\(a$\\)", "ba"}, {"x\\(^a\\)", "x^a"},
	{"\\(.\\)\\1", "abb"}, {"\\(a*\\)b\\1", "aaba"}, {"^\\(.*\\)\\n\\1$", "anna"}, {"\\(", "("}, {"\\)", ")"}, {"a\\)", "a"}, {"a\\{1", "a"}, {"a\\{1}", "a"}, {"a\\{", "a"}, {"\\{1\\}", "a"}, {"a{1}", "a{1}"},
	{"\\", "\\"}, {"\\2", "a"}, {"[[:upper:]]*", "ABc"}, {"\\.c$", "file.c"}, {"", "abc"}, {"\\(\\)", "abc"}, {"\\(a\\|b\\)*c", "abc"}, {"\\+a", "+a"},
};

int main(void)
{
	for (size_t i = 0; i < sizeof extended / sizeof extended[0]; i++)
		match(extended[i][0], extended[i][1], REG_EXTENDED, 0);
	for (size_t i = 0; i < sizeof basic / sizeof basic[0]; i++)
		match(basic[i][0], basic[i][1], 0, 0);
	match("abc", "xABCy", REG_ICASE, 0);
	match("[a-c]+", "xABCy", REG_EXTENDED | REG_ICASE, 0);
	match("(a)\\1", "xaA", REG_EXTENDED | REG_ICASE, 0);
	match("[[:upper:]]+", "abc", REG_EXTENDED | REG_ICASE, 0);
	match("^b", "a\nb", 0, 0);
	match("^b", "a\nb", REG_NEWLINE, 0);
	match("a$", "a\nb", REG_NEWLINE, 0);
	match("a.b", "a\nb", REG_NEWLINE, 0);
	match("a[^x]b", "a\nb", REG_NEWLINE, 0);
	match("a.b", "a\nb", 0, 0);
	match("^a", "a", 0, REG_NOTBOL);
	match("a$", "a", 0, REG_NOTEOL);
	regex_t regex;
	regmatch_t part = {2, 5};
	regcomp(&regex, "a*", REG_NOSUB);
	printf("%d %d\n", regexec(&regex, "baa", 0, NULL, 0), (int)regex.re_nsub);
	regfree(&regex);
	regcomp(&regex, "a+$", REG_EXTENDED);
	printf("%d", regexec(&regex, "aaaaaaab", 1, &part, REG_STARTEND));
	printf(" (%d,%d)\n", part.rm_so, part.rm_eo);
	char short_text[8] = "-------";
	printf("%d %s\n", (int)regerror(REG_EBRACK, &regex, short_text, 6), short_text);
	printf("%d\n", (int)regerror(REG_NOMATCH, NULL, NULL, 0));
	regfree(&regex);
	return 0;
}
