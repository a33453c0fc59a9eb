// argp: options by a table, operands, and the texts of --help, --usage and --version. Children are not supported.
#define _GNU_SOURCE
#include <argp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Of the last option that getopt refused.
extern int __getopt_culprit;

#define USAGE_KEY -2
#define VERSION_KEY -3
#define HANG_KEY -4
#define MARGIN 79
#define SHORT_COLUMN 2
#define LONG_COLUMN 6
#define DOC_COLUMN 29
#define USAGE_INDENT 12
#define MOST 100

static const struct argp_option own_options[] = {
	{"help", '?', 0, 0, "Give this help list", -1},
	{"usage", USAGE_KEY, 0, 0, "Give a short usage message", 0},
	{"program-name", 'N' + 1000, "NAME", OPTION_HIDDEN, "Set the program name", 0},
	{"HANG", HANG_KEY, "SECS", OPTION_ARG_OPTIONAL | OPTION_HIDDEN, "Hang for SECS seconds (default 3600)", 0},
	{0},
};
static const struct argp_option version_options[] = {
	{"version", 'V', 0, 0, "Print program version", -1},
	{0},
};

// An option with the names that are aliases of it.
struct entry {
	const struct argp_option *first;
	int count, group, order, own;
};

static int is_end(const struct argp_option *option)
{
	return option->key == 0 && option->name == NULL && option->doc == NULL && option->group == 0;
}

static int is_short(const struct argp_option *option)
{
	return !(option->flags & OPTION_DOC) && option->key > 0 && option->key <= 127 && isprint(option->key);
}

static int is_visible(const struct argp_option *option)
{
	return !(option->flags & OPTION_HIDDEN);
}

static int collect(struct entry *entries, int count, const struct argp_option *options, int own)
{
	int group = 0;
	for (const struct argp_option *option = options; option != NULL && !is_end(option) && count < MOST;) {
		int header = option->name == NULL && option->key == 0;
		group = option->group ? option->group : header ? group + 1 : group;
		struct entry *entry = &entries[count];
		*entry = (struct entry){option, 1, group, count, own};
		for (option++; !is_end(option) && (option->flags & OPTION_ALIAS); option++)
			entry->count++;
		count++;
	}
	return count;
}

static int all_entries(const struct argp *argp, unsigned flags, struct entry *entries)
{
	int count = collect(entries, 0, argp->options, 0);
	if (flags & ARGP_NO_HELP)
		return count;
	count = collect(entries, count, own_options, 1);
	if (argp_program_version != NULL || argp_program_version_hook != NULL)
		count = collect(entries, count, version_options, 2);
	return count;
}

// ---- the texts ----

#define ROOM 200
#define ROOM_OF_SENTENCE 150

// What is written goes to the stream when there is no more room for it here.
struct page {
	FILE *stream;
	int column, left, filled;
	char text[ROOM];
};

static void flush(struct page *page)
{
	if (page->filled > 0)
		fwrite(page->text, 1, page->filled, page->stream);
	page->filled = 0;
}

static void make_room(struct page *page, int length)
{
	if (page->filled + length > ROOM)
		flush(page);
}

static void put(struct page *page, const char *text, int length)
{
	make_room(page, length);
	page->column += length;
	if (length > ROOM)
		fwrite(text, 1, length, page->stream);
	else
		memcpy(page->text + page->filled, text, length), page->filled += length;
}

static void put_text(struct page *page, const char *text)
{
	put(page, text, strlen(text));
}

static void end_line(struct page *page)
{
	put(page, "\n", 1);
	page->column = 0;
}

static void put_sentence(struct page *page, const char *format, ...)
{
	char *text;
	va_list arguments;
	va_start(arguments, format);
	int length = vasprintf(&text, format, arguments);
	va_end(arguments);
	make_room(page, ROOM_OF_SENTENCE);
	put(page, text, length);
	page->column = 0;
	free(text);
}

static void go_to(struct page *page, int column)
{
	while (page->column < column)
		put(page, " ", 1);
}

// Words, broken into lines that begin at the left column.
static void fill(struct page *page, const char *text)
{
	int begun = 0;
	while (*text) {
		if (*text == '\n') {
			end_line(page);
			begun = 0;
			text++;
			continue;
		}
		int blanks = strspn(text, " "), length = strcspn(text + blanks, " \n");
		if (length == 0) {
			text += blanks;
			continue;
		}
		if (!begun)
			go_to(page, page->left);
		if (begun && page->column + blanks + length > MARGIN) {
			end_line(page);
			go_to(page, page->left);
		} else if (begun)
			put(page, text, blanks);
		put(page, text + blanks, length);
		begun = 1;
		text += blanks + length;
	}
}

static const char *argument_of(const struct entry *entry)
{
	return entry->first->arg;
}

static int is_optional(const struct entry *entry)
{
	return entry->first->flags & OPTION_ARG_OPTIONAL;
}

static void usage_item(struct page *page, const char *text)
{
	int length = strlen(text);
	if (page->column + 1 + length >= MARGIN) {
		end_line(page);
		go_to(page, USAGE_INDENT);
	} else
		put(page, " ", 1);
	put(page, text, length);
}

static int before(const struct entry *a, const struct entry *b)
{
	if (a->group != b->group) {
		if ((a->group < 0) != (b->group < 0))
			return b->group < 0;
		return a->group < b->group;
	}
	int a_header = a->first->name == NULL && a->first->key == 0, b_header = b->first->name == NULL && b->first->key == 0;
	if (a_header != b_header)
		return a_header;
	int a_short = 0, b_short = 0;
	const char *a_name = NULL, *b_name = NULL;
	for (int i = a->count - 1; i >= 0; i--) {
		a_short = is_short(&a->first[i]) ? a->first[i].key : a_short;
		a_name = a->first[i].name ? a->first[i].name : a_name;
	}
	for (int i = b->count - 1; i >= 0; i--) {
		b_short = is_short(&b->first[i]) ? b->first[i].key : b_short;
		b_name = b->first[i].name ? b->first[i].name : b_name;
	}
	int a_doc = a->first->flags & OPTION_DOC, b_doc = b->first->flags & OPTION_DOC;
	if (a_doc != b_doc)
		return !a_doc;
	if (!a_short && !b_short && a_name && b_name) {
		int order = strcasecmp(a_name, b_name);
		return order ? order < 0 : a->order < b->order;
	}
	int a_first = a_short ? a_short : a_name ? *a_name : 0, b_first = b_short ? b_short : b_name ? *b_name : 0;
	int order = tolower(a_first) - tolower(b_first);
	if (order == 0)
		order = islower(b_first) ? 1 : islower(a_first) ? -1 : 0;
	return order ? order < 0 : a->order < b->order;
}

static void sort(struct entry *entries, int count)
{
	for (int i = 1; i < count; i++)
		for (int j = i; j > 0 && before(&entries[j], &entries[j - 1]); j--) {
			struct entry entry = entries[j];
			entries[j] = entries[j - 1];
			entries[j - 1] = entry;
		}
}

static void write_usage(struct page *page, struct entry *entries, int count)
{
	char item[200], letters[MOST + 4] = "[-";
	int length = 2;
	for (int i = 0; i < count; i++)
		for (int j = 0; j < entries[i].count; j++) {
			const struct argp_option *option = &entries[i].first[j];
			if (is_short(option) && is_visible(option) && !(option->flags & OPTION_NO_USAGE) && !argument_of(&entries[i]))
				letters[length++] = option->key;
		}
	strcpy(letters + length, "]");
	if (length > 2)
		usage_item(page, letters);
	for (int i = 0; i < count; i++)
		for (int j = 0; j < entries[i].count; j++) {
			const struct argp_option *option = &entries[i].first[j];
			const char *argument = argument_of(&entries[i]);
			if (!is_short(option) || !is_visible(option) || (option->flags & OPTION_NO_USAGE) || !argument)
				continue;
			snprintf(item, sizeof item, is_optional(&entries[i]) ? "[-%c[%s]]" : "[-%c %s]", option->key, argument);
			usage_item(page, item);
		}
	for (int i = 0; i < count; i++)
		for (int j = 0; j < entries[i].count; j++) {
			const struct argp_option *option = &entries[i].first[j];
			const char *argument = argument_of(&entries[i]);
			if (!option->name || !is_visible(option) || (option->flags & (OPTION_NO_USAGE | OPTION_DOC)))
				continue;
			const char *format = !argument ? "[--%s]" : is_optional(&entries[i]) ? "[--%s[=%s]]" : "[--%s=%s]";
			snprintf(item, sizeof item, format, option->name, argument);
			usage_item(page, item);
		}
}

static int write_options(struct page *page, struct entry *entries, int count)
{
	int with_argument = 0, group = 0, written = 0, apart = 0;
	for (int i = 0; i < count; i++) {
		const struct entry *entry = &entries[i];
		const struct argp_option *first = entry->first;
		const char *argument = argument_of(entry);
		int header = first->name == NULL && first->key == 0;
		if (header) {
			if (first->doc && *first->doc) {
				if (written)
					end_line(page);
				page->left = 1;
				fill(page, first->doc);
				end_line(page);
				written = 1;
			}
			apart = 1;
			group = entry->group;
			continue;
		}
		if (written && apart && entry->group != group)
			end_line(page);
		int any = 0;
		for (int j = 0; j < entry->count; j++) {
			const struct argp_option *option = &first[j];
			if (!is_short(option) || !is_visible(option))
				continue;
			if (any++)
				put(page, ", ", 2);
			else
				go_to(page, SHORT_COLUMN);
			char letters[2] = {'-', option->key};
			put(page, letters, 2);
			int has_long = 0;
			for (int k = 0; k < entry->count; k++)
				has_long |= first[k].name != NULL && is_visible(&first[k]);
			if (argument && !has_long) {
				put_text(page, is_optional(entry) ? "[" : " ");
				put_text(page, argument);
				put_text(page, is_optional(entry) ? "]" : "");
			}
		}
		for (int j = 0; j < entry->count; j++) {
			const struct argp_option *option = &first[j];
			if (!option->name || !is_visible(option))
				continue;
			if (any)
				put(page, ", ", 2);
			if (page->column < LONG_COLUMN && !(first->flags & OPTION_DOC))
				go_to(page, LONG_COLUMN);
			else if (!any)
				go_to(page, SHORT_COLUMN);
			any++;
			if (first->flags & OPTION_DOC) {
				put_text(page, option->name);
				continue;
			}
			put_text(page, "--");
			put_text(page, option->name);
			if (argument) {
				with_argument = 1;
				put_text(page, is_optional(entry) ? "[=" : "=");
				put_text(page, argument);
				put_text(page, is_optional(entry) ? "]" : "");
			}
		}
		if (!any)
			continue;
		group = entry->group;
		written = 1;
		if (first->doc && *first->doc) {
			if (page->column >= DOC_COLUMN + 3)
				end_line(page);
			else if (page->column >= DOC_COLUMN)
				put(page, "   ", 3);
			page->left = DOC_COLUMN;
			fill(page, first->doc);
		}
		end_line(page);
	}
	if (with_argument)
		put_text(page, "\nMandatory or optional arguments to long options are also mandatory or optional\nfor any corresponding short options.\n");
	return written;
}

static void show_help(const struct argp *argp, const struct argp_state *state, FILE *stream, unsigned flags, char *name)
{
	struct entry entries[MOST];
	struct page page = {.stream = stream};
	int count = all_entries(argp, state ? state->flags : ARGP_NO_HELP, entries);
	sort(entries, count);
	int options = 0, anything = 0;
	for (int i = 0; i < count; i++)
		options |= is_visible(entries[i].first) && (entries[i].first->name || entries[i].first->key);
	const char *pattern = argp->args_doc ? argp->args_doc : "";
	if (flags & (ARGP_HELP_USAGE | ARGP_HELP_SHORT_USAGE))
		for (int first = 1;; first = 0) {
			int length = strcspn(pattern, "\n");
			put_text(&page, first ? "Usage:" : "  or: ");
			put_text(&page, " ");
			put_text(&page, name);
			if (flags & ARGP_HELP_SHORT_USAGE) {
				if (options)
					usage_item(&page, "[OPTION...]");
			} else {
				write_usage(&page, entries, count);
				flags |= ARGP_HELP_SHORT_USAGE;
			}
			if (length > 0) {
				char item[200];
				for (const char *word = pattern; word < pattern + length;) {
					int blanks = strspn(word, " "), size = strcspn(word + blanks, " \n");
					snprintf(item, sizeof item, "%.*s", size, word + blanks);
					if (size > 0)
						usage_item(&page, item);
					word += blanks + size;
				}
			}
			end_line(&page);
			anything = 1;
			if (pattern[length] != '\n')
				break;
			pattern += length + 1;
		}
	const char *doc = argp->doc, *rest = doc ? strchr(doc, '\v') : NULL;
	if ((flags & ARGP_HELP_PRE_DOC) && doc && *doc && rest != doc) {
		char text[2000];
		snprintf(text, sizeof text, "%.*s", rest ? (int)(rest - doc) : (int)strlen(doc), doc);
		page.left = 0;
		fill(&page, text);
		if (page.column > 0)
			end_line(&page);
		anything = 1;
	}
	if (flags & ARGP_HELP_SEE)
		put_sentence(&page, "Try `%s --help' or `%s --usage' for more information.\n", name, name);
	if ((flags & ARGP_HELP_LONG) && options) {
		if (anything)
			end_line(&page);
		write_options(&page, entries, count);
		anything = 1;
	}
	if ((flags & ARGP_HELP_POST_DOC) && rest && rest[1]) {
		if (anything)
			end_line(&page);
		page.left = 0;
		fill(&page, rest + 1);
		if (page.column > 0)
			end_line(&page);
		anything = 1;
	}
	if ((flags & ARGP_HELP_BUG_ADDR) && argp_program_bug_address) {
		if (anything)
			end_line(&page);
		put_sentence(&page, "Report bugs to %s.\n", argp_program_bug_address);
	}
	flush(&page);
}

void argp_help(const struct argp *argp, FILE *stream, unsigned flags, char *name)
{
	show_help(argp, NULL, stream, flags, name);
}

void argp_state_help(const struct argp_state *state, FILE *stream, unsigned flags)
{
	if (state && (state->flags & ARGP_NO_ERRS))
		return;
	char *name = state ? state->name : program_invocation_short_name;
	if (state && (state->flags & ARGP_LONG_ONLY))
		flags |= ARGP_HELP_LONG_ONLY;
	show_help(state->root_argp, state, stream, flags, name);
	if (!(state->flags & ARGP_NO_EXIT)) {
		if (flags & ARGP_HELP_EXIT_ERR)
			exit(argp_err_exit_status);
		if (flags & ARGP_HELP_EXIT_OK)
			exit(0);
	}
}

void argp_usage(const struct argp_state *state)
{
	argp_state_help(state, stderr, ARGP_HELP_STD_USAGE);
}

void argp_error(const struct argp_state *state, const char *format, ...)
{
	if (state->flags & ARGP_NO_ERRS)
		return;
	char *text;
	va_list arguments;
	va_start(arguments, format);
	vasprintf(&text, format, arguments);
	va_end(arguments);
	fprintf(state->err_stream, "%s: %s\n", state->name, text);
	free(text);
	argp_state_help(state, state->err_stream, ARGP_HELP_STD_ERR);
}

void argp_failure(const struct argp_state *state, int status, int number, const char *format, ...)
{
	if (state->flags & ARGP_NO_ERRS)
		return;
	fprintf(state->err_stream, "%s", state->name);
	if (format != NULL) {
		char *text;
		va_list arguments;
		va_start(arguments, format);
		vasprintf(&text, format, arguments);
		va_end(arguments);
		fprintf(state->err_stream, ": %s", text);
		free(text);
	}
	if (number != 0)
		fprintf(state->err_stream, ": %s", strerror(number));
	fputc('\n', state->err_stream);
	if (status != 0 && !(state->flags & ARGP_NO_EXIT))
		exit(status);
}

void *__argp_input(const struct argp *argp, const struct argp_state *state)
{
	return argp == state->root_argp ? state->input : NULL;
}

// ---- parsing ----

static error_t own_option(struct argp_state *state, const struct entry *entry)
{
	if (entry->own == 2) {
		if (argp_program_version_hook != NULL)
			argp_program_version_hook(state->out_stream, state);
		else
			fprintf(state->out_stream, "%s\n", argp_program_version);
		if (!(state->flags & ARGP_NO_EXIT))
			exit(0);
	} else if (entry->first->key == '?')
		argp_state_help(state, state->out_stream, ARGP_HELP_STD_HELP);
	else if (entry->first->key == USAGE_KEY)
		argp_state_help(state, state->out_stream, ARGP_HELP_USAGE | ARGP_HELP_EXIT_OK);
	return 0;
}

static error_t parse(struct argp_state *state, const struct entry *entries, int count, const char *letters, const struct option *names, const int *owners, int may_leave)
{
	const struct argp *argp = state->root_argp;
	argp_parser_t parser = argp->parser;
	error_t error = 0;
	int operands = 0;
	optind = 0;
	opterr = !(state->flags & ARGP_NO_ERRS);
	for (int found; error == 0;) {
		int which = -1;
		__getopt_culprit = -1;
		char **all = state->argv;
		found = state->flags & ARGP_LONG_ONLY ? getopt_long_only(state->argc, all, letters, names, &which)
						      : getopt_long(state->argc, all, letters, names, &which);
		state->next = optind;
		if (found == -1)
			break;
		if (found == '?' && __getopt_culprit != -1) {
			argp_state_help(state, state->err_stream, ARGP_HELP_STD_ERR);
			return EINVAL;
		}
		if (found == 1) {
			operands++;
			error = parser ? parser(ARGP_KEY_ARG, optarg, state) : ARGP_ERR_UNKNOWN;
			if (error == 0)
				state->arg_num++;
			continue;
		}
		const struct entry *entry = NULL;
		if (which >= 0)
			entry = &entries[owners[which]];
		else
			for (int i = 0; i < count && entry == NULL; i++)
				for (int j = 0; j < entries[i].count; j++)
					if (is_short(&entries[i].first[j]) && entries[i].first[j].key == found)
						entry = &entries[i];
		if (entry == NULL) {
			argp_state_help(state, state->err_stream, ARGP_HELP_STD_ERR);
			return EINVAL;
		}
		if (entry->own) {
			error = own_option(state, entry);
			continue;
		}
		// An alias comes by its own key.
		int key = found;
		for (int i = 0; which >= 0 && i < entry->count; i++)
			if (entry->first[i].name && strcmp(entry->first[i].name, names[which].name) == 0)
				key = entry->first[i].key ? entry->first[i].key : entry->first->key;
		error = parser ? parser(key, optarg, state) : ARGP_ERR_UNKNOWN;
		const char *mistake = "(PROGRAM ERROR) Option should have been recognized!?";
		if (error == ARGP_ERR_UNKNOWN && which >= 0)
			argp_error(state, "--%s: %s", names[which].name, mistake);
		else if (error == ARGP_ERR_UNKNOWN)
			argp_error(state, "-%c: %s", found, mistake);
	}
	while (error == 0 && state->next < state->argc) {
		char *operand = state->argv[state->next++];
		error = parser ? parser(ARGP_KEY_ARG, operand, state) : ARGP_ERR_UNKNOWN;
		if (error == ARGP_ERR_UNKNOWN) {
			state->next--;
			error = parser ? parser(ARGP_KEY_ARGS, NULL, state) : ARGP_ERR_UNKNOWN;
			if (error == 0)
				operands += state->argc - state->next, state->arg_num += state->argc - state->next, state->next = state->argc;
			break;
		}
		if (error == 0)
			operands++, state->arg_num++;
	}
	if (error == ARGP_ERR_UNKNOWN && may_leave)
		return 0;
	if (error == ARGP_ERR_UNKNOWN) {
		argp_error(state, "Too many arguments");
		return error;
	}
	if (error == 0 && operands == 0 && parser)
		error = parser(ARGP_KEY_NO_ARGS, NULL, state);
	if (error == 0 || error == ARGP_ERR_UNKNOWN)
		error = parser ? parser(ARGP_KEY_END, NULL, state) : 0;
	return error == ARGP_ERR_UNKNOWN ? 0 : error;
}

error_t argp_parse(const struct argp *argp, int argc, char **argv, unsigned flags, int *index, void *input)
{
	static struct argp nothing;
	struct entry entries[MOST];
	struct option names[2 * MOST + 1];
	int owners[2 * MOST], named = 0, length = 0;
	char letters[3 * MOST + 4] = "";
	if (argp == NULL)
		argp = &nothing;
	int count = all_entries(argp, flags, entries);
	letters[length++] = flags & ARGP_IN_ORDER ? '-' : flags & ARGP_NO_ARGS ? '+' : getenv("POSIXLY_CORRECT") ? '+' : 0;
	if (letters[0] == 0)
		length = 0;
	for (int i = 0; i < count; i++)
		for (int j = 0; j < entries[i].count; j++) {
			const struct argp_option *option = &entries[i].first[j];
			const char *argument = entries[i].first->arg;
			int optional = entries[i].first->flags & OPTION_ARG_OPTIONAL;
			if (option->flags & OPTION_DOC)
				continue;
			if (is_short(option) && strchr(letters, option->key) == NULL) {
				letters[length++] = option->key;
				for (int k = 0; argument && k < (optional ? 2 : 1); k++)
					letters[length++] = ':';
				letters[length] = 0;
			}
			if (option->name && named < 2 * MOST) {
				owners[named] = i;
				names[named++] = (struct option){option->name, argument ? optional ? optional_argument : required_argument : no_argument, NULL, 0x1000};
			}
		}
	names[named] = (struct option){0};
	void *children[1] = {NULL};
	struct argp_state state = {argp, argc, argv, 1, flags, 0, 0, input, children, NULL, program_invocation_short_name, stderr, stdout, NULL};
	if (argc > 0 && argv[0]) {
		char *slash = strrchr(argv[0], '/');
		state.name = slash ? slash + 1 : argv[0];
	}
	error_t error = argp->parser ? argp->parser(ARGP_KEY_INIT, NULL, &state) : 0;
	if (error == ARGP_ERR_UNKNOWN)
		error = 0;
	if (error == 0)
		error = parse(&state, entries, count, letters, names, owners, index != NULL);
	if (argp->parser) {
		error_t last = argp->parser(error ? ARGP_KEY_ERROR : ARGP_KEY_SUCCESS, NULL, &state);
		if (error == 0 && last != ARGP_ERR_UNKNOWN)
			error = last;
		argp->parser(ARGP_KEY_FINI, NULL, &state);
	}
	if (index != NULL)
		*index = state.next;
	return error;
}
