// h_errno and its words.
#include <netdb.h>
#include <stdio.h>

static int last_error;

int *__h_errno_location(void)
{
	return &last_error;
}

const char *hstrerror(int error)
{
	static const char *const texts[] = {
		"Resolver Error 0 (no error)",
		"Unknown host",
		"Host name lookup failure",
		"Unknown server error",
		"No address associated with name",
	};
	if (error < 0)
		return "Resolver internal error";
	return error < 5 ? texts[error] : "Unknown resolver error";
}

void herror(const char *text)
{
	if (text != NULL && *text != '\0')
		fprintf(stderr, "%s: ", text);
	fprintf(stderr, "%s\n", hstrerror(h_errno));
}
