/* Where the operands of cp and mv go. */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include "answer.h"
#include "target.h"

enum replacing replacing;

int may_replace(const char *to)
{
	if (replacing != ASK)
		return replacing == REPLACE;
	fprintf(stderr, "%s: overwrite '%s'? ", program_invocation_short_name, to);
	return answers_yes();
}

int refuse_to_replace(const char *from, const struct stat *source, const char *to, const struct stat *target)
{
	if (source->st_dev == target->st_dev && source->st_ino == target->st_ino)
		error(0, 0, "'%s' and '%s' are the same file", from, to);
	else if (S_ISDIR(source->st_mode) && !S_ISDIR(target->st_mode))
		error(0, 0, "cannot overwrite non-directory '%s' with directory '%s'", to, from);
	else if (!S_ISDIR(source->st_mode) && S_ISDIR(target->st_mode))
		error(0, 0, "cannot overwrite directory '%s' with non-directory", to);
	else
		return 0;
	return 1;
}

int to_target(const char *program, int count, char **operands, int (*go)(const char *from, const char *to))
{
	struct stat status;
	int failed = 0;
	if (count < 2) {
		if (count == 0)
			error(0, 0, "missing file operand");
		else
			error(0, 0, "missing destination file operand after '%s'", operands[0]);
		fprintf(stderr, "Try '%s --help' for more information.\n", program);
		return 1;
	}
	const char *last = operands[count - 1];
	if (stat(last, &status) == 0 && S_ISDIR(status.st_mode)) {
		for (int i = 0; i < count - 1; i++) {
			char name[4096];
			const char *slash = strrchr(operands[i], '/');
			snprintf(name, sizeof name, "%s/%s", last, slash ? slash + 1 : operands[i]);
			failed |= go(operands[i], name);
		}
		return failed;
	}
	if (count > 2) {
		error(0, stat(last, &status) == -1 ? errno : ENOTDIR, "target '%s'", last);
		return 1;
	}
	return go(operands[0], last);
}
