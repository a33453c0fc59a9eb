/* tr: replaces, deletes or squeezes characters. tr [-cds] SET1 [SET2] */
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST 4096

struct set {
	unsigned char list[MOST];
	size_t length;
};

static void add(struct set *set, int c)
{
	if (set->length < MOST)
		set->list[set->length++] = c;
}

static int letter(const char **at)
{
	static const char letters[] = "abfnrtv\\";
	static const char meanings[] = "\a\b\f\n\r\t\v\\";
	unsigned char c = *(*at)++;
	if (c != '\\' || **at == 0)
		return c;
	const char *found = strchr(letters, **at);
	if (found) {
		++*at;
		return meanings[found - letters];
	}
	if (**at >= '0' && **at <= '7') {
		int value = 0;
		for (int i = 0; i < 3 && **at >= '0' && **at <= '7'; i++)
			value = value * 8 + *(*at)++ - '0';
		return value & 255;
	}
	return (unsigned char)*(*at)++;
}

static int add_class(struct set *set, const char *name, size_t length)
{
	static const struct {
		const char *name;
		int (*is)(int);
	} classes[] = {
		{"alpha", isalpha}, {"digit", isdigit}, {"alnum", isalnum}, {"upper", isupper}, {"lower", islower},
		{"space", isspace}, {"punct", ispunct}, {"xdigit", isxdigit}, {"blank", isblank}, {"print", isprint},
		{"graph", isgraph}, {"cntrl", iscntrl}
	};
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
		if (strlen(classes[i].name) != length || strncmp(classes[i].name, name, length) != 0)
			continue;
		for (int c = 0; c < 256; c++)
			if (classes[i].is(c))
				add(set, c);
		return 1;
	}
	return 0;
}

/* As [c*] and [c*0] mean it: as often as the first set is long. */
#define AS_LONG 0

/* How often, in [c*COUNT]; -1 when this is none. `text` then stands behind it. */
static long repeat(const char **text, int *c)
{
	const char *at = *text + 1;
	char *end;
	if (**text != '[' || *at == 0)
		return -1;
	*c = letter(&at);
	if (*at != '*')
		return -1;
	const char *closing = strchr(at, ']');
	if (closing == NULL)
		return -1;
	long count = strtol(at + 1, &end, at[1] == '0' ? 8 : 10);
	if (end != closing)
		error(1, 0, "invalid repeat count '%.*s' in [c*n] construct", (int)(closing - at - 1), at + 1);
	*text = closing + 1;
	return count;
}

/* `first` is the set that this one answers to, or NULL when this is that one. */
static void parse(struct set *set, const char *text, const struct set *first)
{
	size_t filled = MOST;
	while (*text) {
		int c;
		long count = repeat(&text, &c);
		if (count == AS_LONG && first == NULL)
			error(1, 0, "the [c*] repeat construct may not appear in string1");
		if (count == AS_LONG)
			filled = set->length;
		for (long i = 0; i < (count == AS_LONG ? 1 : count); i++)
			add(set, c);
		if (count >= 0)
			continue;
		if (strncmp(text, "[=", 2) == 0 && text[2] && strncmp(text + 3, "=]", 2) == 0) {
			add(set, (unsigned char)text[2]);
			text += 5;
			continue;
		}
		const char *end = strncmp(text, "[:", 2) == 0 ? strstr(text, ":]") : NULL;
		if (end) {
			if (!add_class(set, text + 2, end - text - 2))
				error(1, 0, "invalid character class '%.*s'", (int)(end - text - 2), text + 2);
			text = end + 2;
			continue;
		}
		const char *start = text;
		int from = letter(&text);
		int to = from;
		if (*text == '-' && text[1]) {
			text++;
			to = letter(&text);
			if (to < from)
				error(1, 0, "range-endpoints of '%.*s' are in reverse collating sequence order", (int)(text - start),
					start);
		}
		for (c = from; c <= to; c++)
			add(set, c);
	}
	while (filled < MOST && set->length < first->length) {
		memmove(set->list + filled + 1, set->list + filled, set->length - filled);
		set->length++;
	}
}

static void complement(struct set *set)
{
	char has[256] = {0};
	for (size_t i = 0; i < set->length; i++)
		has[set->list[i]] = 1;
	set->length = 0;
	for (int c = 0; c < 256; c++)
		if (!has[c])
			add(set, c);
}

int main(int argc, char **argv)
{
	static struct set first, second;
	static unsigned char map[256], deleted[256], squeezed[256];
	int option;
	int complemented = 0, deleting = 0, squeezing = 0, truncating = 0;
	static const struct option longs[] = {
		{"complement", no_argument, NULL, 'c'}, {"delete", no_argument, NULL, 'd'}, {"squeeze-repeats", no_argument, NULL, 's'},
		{"truncate-set1", no_argument, NULL, 't'}, {NULL, 0, NULL, 0},
	};
	while ((option = getopt_long(argc, argv, "+cCdst", longs, NULL)) != -1) {
		switch (option) {
		case 'c':
		case 'C':
			complemented = 1;
			break;
		case 'd':
			deleting = 1;
			break;
		case 's':
			squeezing = 1;
			break;
		case 't':
			truncating = 1;
			break;
		default:
			return fputs("Try 'tr --help' for more information.\n", stderr), 1;
		}
	}
	int sets = argc - optind;
	if (sets < 1 || (sets < 2 && !deleting && !squeezing)) {
		if (sets < 1)
			error(0, 0, "missing operand");
		else
			error(0, 0, "missing operand after '%s'\nTwo strings must be given when translating.", argv[optind]);
		return fputs("Try 'tr --help' for more information.\n", stderr), 1;
	}
	if (sets > 2 || (deleting && !squeezing && sets > 1)) {
		error(0, 0, "extra operand '%s'", argv[optind + (sets > 2 ? 2 : 1)]);
		if (sets == 2)
			fputs("Only one string may be given when deleting without squeezing repeats.\n", stderr);
		return fputs("Try 'tr --help' for more information.\n", stderr), 1;
	}
	parse(&first, argv[optind], NULL);
	if (complemented)
		complement(&first);
	if (sets > 1)
		parse(&second, argv[optind + 1], &first);
	for (int c = 0; c < 256; c++)
		map[c] = c;
	if (deleting) {
		for (size_t i = 0; i < first.length; i++)
			deleted[first.list[i]] = 1;
	} else if (sets > 1) {
		if (truncating && first.length > second.length)
			first.length = second.length;
		if (second.length == 0 && !truncating)
			error(1, 0, "when not truncating set1, string2 must be non-empty");
		for (size_t i = 0; i < first.length; i++)
			map[first.list[i]] = second.list[i < second.length ? i : second.length - 1];
	}
	if (squeezing) {
		struct set *set = sets > 1 ? &second : &first;
		for (size_t i = 0; i < set->length; i++)
			squeezed[set->list[i]] = 1;
	}
	static char in[8192], out[8192];
	int last = -1;
	ssize_t count;
	while ((count = read(0, in, sizeof in)) > 0) {
		size_t filled = 0;
		for (ssize_t i = 0; i < count; i++) {
			unsigned char c = in[i];
			if (deleted[c])
				continue;
			c = map[c];
			if (squeezed[c] && c == last)
				continue;
			last = c;
			out[filled++] = c;
		}
		if (filled && write(1, out, filled) != (ssize_t)filled)
			error(1, errno, "write error");
	}
	if (count == -1)
		error(1, errno, "read error");
	return 0;
}
