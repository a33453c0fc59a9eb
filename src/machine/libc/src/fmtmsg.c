// fmtmsg: a message in X/Open's form on standard error; MSGVERB says which of its parts. There is no console.
#include <fmtmsg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LABEL = 1, SEVERITY = 2, TEXT = 4, ACTION = 8, TAG = 16, ALL = 31 };

static const char *const parts[] = {"label", "severity", "text", "action", "tag"};
static const char *const severities[] = {"", "HALT", "ERROR", "WARNING", "INFO"};

static int wanted(const char *verb)
{
	int mask = 0;
	if (verb == NULL || *verb == 0)
		return ALL;
	while (*verb) {
		size_t length = strcspn(verb, ":");
		int i = 0;
		while (i < 5 && (strlen(parts[i]) != length || memcmp(parts[i], verb, length) != 0))
			i++;
		if (i == 5)
			return ALL;
		mask |= 1 << i;
		verb += length + (verb[length] == ':');
	}
	return mask;
}

static int is_label(const char *label)
{
	size_t length = strcspn(label, ":");
	return label[length] == ':' && length <= 10 && strlen(label + length + 1) <= 14;
}

int fmtmsg(long classification, const char *label, int severity, const char *text, const char *action, const char *tag)
{
	static int mask;
	if (mask == 0)
		mask = wanted(getenv("MSGVERB"));
	if ((label && !is_label(label)) || severity < MM_NOSEV || severity > MM_INFO)
		return MM_NOTOK;
	if (!(classification & MM_PRINT))
		return MM_OK;
	int has_label = mask & LABEL && label, has_severity = mask & SEVERITY && severity != MM_NOSEV;
	int has_text = mask & TEXT && text, has_action = mask & ACTION && action, has_tag = mask & TAG && tag;
	int written = fprintf(stderr, "%s%s%s%s%s%s%s%s%s%s\n", has_label ? label : "",
		has_label && (has_severity || has_text || has_action || has_tag) ? ": " : "",
		has_severity ? severities[severity] : "", has_severity && (has_text || has_action || has_tag) ? ": " : "",
		has_text ? text : "", has_text && (has_action || has_tag) ? "\n" : "", has_action ? "TO FIX: " : "",
		has_action ? action : "", has_action && has_tag ? "  " : "", has_tag ? tag : "");
	return written < 0 ? MM_NOMSG : MM_OK;
}
