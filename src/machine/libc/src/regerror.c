// regerror: the texts of regcomp's and regexec's errors, as glibc has them.
#include <regex.h>
#include <string.h>

static const char *const texts[] = {
	"Success",
	"No match",
	"Invalid regular expression",
	"Invalid collation character",
	"Invalid character class name",
	"Trailing backslash",
	"Invalid back reference",
	"Unmatched [, [^, [:, [., or [=",
	"Unmatched ( or \\(",
	"Unmatched \\{",
	"Invalid content of \\{\\}",
	"Invalid range end",
	"Memory exhausted",
	"Invalid preceding regular expression",
	"Premature end of regular expression",
	"Regular expression too big",
	"Unmatched ) or \\)",
};

size_t regerror(int error, const regex_t *regex, char *text, size_t size)
{
	(void)regex;
	int known = error >= 0 && error < (int)(sizeof texts / sizeof texts[0]);
	const char *found = known ? texts[error] : "Unknown error";
	size_t length = strlen(found) + 1;
	if (size > 0) {
		size_t taken = length < size ? length : size;
		memcpy(text, found, taken - 1);
		text[taken - 1] = '\0';
	}
	return length;
}
