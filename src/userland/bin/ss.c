/* ss: the sockets there are, which here are those of the Unix domain. ss [-aeHlnprx] [state STATE] */
#include <ctype.h>
#include <dirent.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "shared/process.h"

enum field { NETID, STATE, RECEIVED, SENT, LOCAL, LOCAL_PORT, PEER, PEER_PORT, WHO, FIELDS };

static struct field_column {
	const char *title, *before;
	int right;
	/* Letters of the widest; on the screen, with what stands before it. */
	int longest, width, ends_line;
} columns[FIELDS] = {
	{.title = "Netid", .before = ""}, {.title = "State", .before = " "}, {.title = "Recv-Q", .before = " "},
	{.title = "Send-Q", .before = " "}, {.title = "Local Address:", .before = " ", .right = 1}, {.title = "Port", .before = ""},
	{.title = "Peer Address:", .before = " ", .right = 1}, {.title = "Port", .before = ""}, {.title = "Process", .before = ""}
};

struct line {
	char *text[FIELDS];
};

static struct line *lines;
static int line_count;
static int all, listening, with_processes, without_header, other_families, unix_asked;
static const char *wanted_state;

static char *copy(const char *text)
{
	char *made = strdup(text);
	if (made == NULL)
		exit(1);
	return made;
}

/* Who has a socket open, the newest first, as Linux tells it. */
static char *users_of(unsigned long inode)
{
	char text[2048] = "", before[2048], path[320], target[64], wanted[32];
	snprintf(wanted, sizeof wanted, "socket:[%lu]", inode);
	for (struct process *process = all_processes(); process->pid; process++) {
		snprintf(path, sizeof path, "/proc/%d/fd", process->pid);
		DIR *directory = opendir(path);
		struct dirent *entry;
		while (directory && (entry = readdir(directory)) != NULL) {
			snprintf(path, sizeof path, "/proc/%d/fd/%s", process->pid, entry->d_name);
			ssize_t length = readlink(path, target, sizeof target - 1);
			if (length < 0)
				continue;
			target[length] = 0;
			if (strcmp(target, wanted) != 0)
				continue;
			strcpy(before, text);
			snprintf(text, sizeof text, "(\"%s\",pid=%d,fd=%s)%s%.1900s", process->name, process->pid, entry->d_name,
				*before ? "," : "", before);
		}
		if (directory)
			closedir(directory);
	}
	snprintf(before, sizeof before, *text ? " users:(%.2000s)" : "", text);
	return copy(before);
}

static int is_wanted(const char *state)
{
	static const char *const names[][2] = {{"listening", "LISTEN"}, {"established", "ESTAB"}, {"unconnected", "UNCONN"},
		{"closed", "UNCONN"}, {"connected", "ESTAB"}};
	if (wanted_state) {
		for (int i = 0; i < 5; i++)
			if (strcmp(names[i][0], wanted_state) == 0)
				return strcmp(names[i][1], state) == 0;
		return 1;
	}
	return all || (strcmp(state, "ESTAB") != 0) == listening;
}

static void add(char *const *text)
{
	lines = realloc(lines, (line_count + 1) * sizeof *lines);
	if (lines == NULL)
		exit(1);
	for (int field = 0; field < FIELDS; field++)
		lines[line_count].text[field] = copy(text[field]);
	line_count++;
}

static void learn_sockets(void)
{
	char row[512], type[16], state[16], received[24], sent[24], own[24], other[24], name[160], local[168];
	FILE *file = fopen("/proc/net/sockets", "r");
	while (file && fgets(row, sizeof row, file)) {
		if (sscanf(row, "%15s %15s %15s %15s %23s %23s %159s", type, state, received, sent, own, other, name) != 7)
			continue;
		/* Nobody has accepted it yet: it has no inode, and is not told of. */
		if (strcmp(own, "0") == 0 || !is_wanted(state))
			continue;
		snprintf(local, sizeof local, "%s ", name);
		for (char *number = received; number; number = number == received ? sent : NULL)
			sprintf(number, "%-6ld", strtol(number, NULL, 10));
		char *users = with_processes ? users_of(strtoul(own, NULL, 10)) : copy("");
		char *netid = *type == 'd' ? "u_dgr" : strcmp(type, "stream") == 0 ? "u_str" : "u_seq";
		char *text[FIELDS] = {netid, state, received, sent, local, own, "* ", other, users};
		add(text);
	}
	if (file)
		fclose(file);
}

/* Room that the screen has left is shared by the columns of a line, so that what does not fit begins the next. */
static void share_room(int screen)
{
	int first = 0, length = 0, count = 0;
	for (int i = 0; i < FIELDS; i++) {
		int last = 1;
		if (columns[i].width == 0)
			continue;
		count++;
		length += columns[i].width;
		for (int k = i + 1; k < FIELDS; k++)
			last &= columns[k].width == 0;
		if (!last && length < screen)
			continue;
		if (length > screen && count > 1) {
			length -= columns[i--].width;
			count--;
		}
		int left = screen > length ? screen - length : 0;
		int rest = left % count;
		for (int k = i; k >= first; k--) {
			if (columns[k].width == 0)
				continue;
			columns[k].width += left / count + (rest > 0);
			rest -= rest > 0;
		}
		columns[i].ends_line = 1;
		first = i + 1;
		length = count = 0;
	}
}

static void measure(void)
{
	struct winsize size;
	int begun = 0;
	for (int i = 0; i < FIELDS; i++) {
		struct field_column *column = &columns[i];
		column->longest = without_header ? 0 : strlen(column->title);
		for (int k = 0; k < line_count; k++) {
			int length = strlen(lines[k].text[i]);
			column->longest = length > column->longest ? length : column->longest;
		}
		column->width = column->longest ? column->longest + (begun ? (int)strlen(column->before) : 0) : 0;
		begun |= column->width;
	}
	if (isatty(1))
		share_room(ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80);
}

static void print_line(char *const *text)
{
	int begun = 0;
	for (int i = 0; i < FIELDS; i++) {
		const struct field_column *column = &columns[i];
		int length = strlen(text[i]);
		if (column->width == 0)
			continue;
		int done = begun ? printf("%s", column->before) : 0;
		int room = column->width - done - length;
		printf("%*s%s%*s", column->right && room > 0 ? room : 0, "", text[i], !column->right && room > 0 ? room : 0, "");
		begun = !column->ends_line;
	}
	putchar('\n');
}

static void take_state(char **words)
{
	for (; *words; words++) {
		if (strcmp(*words, "state") == 0 && words[1]) {
			wanted_state = *++words;
		} else {
			fprintf(stderr, "ss: no filter but 'state STATE' is known here: '%s'\n", *words);
			exit(1);
		}
	}
}

static const struct option longs[] = {
	{"all", no_argument, NULL, 'a'}, {"extended", no_argument, NULL, 'e'}, {"listening", no_argument, NULL, 'l'},
	{"no-header", no_argument, NULL, 'H'}, {"numeric", no_argument, NULL, 'n'}, {"processes", no_argument, NULL, 'p'},
	{"resolve", no_argument, NULL, 'r'}, {"tcp", no_argument, NULL, 't'}, {"udp", no_argument, NULL, 'u'},
	{"unix", no_argument, NULL, 'x'}, {NULL, 0, NULL, 0}
};

int main(int argc, char **argv)
{
	int option;
	while ((option = getopt_long(argc, argv, "aeHlnprtux", longs, NULL)) != -1) {
		switch (option) {
		case 'a':
			all = 1;
			break;
		case 'l':
			listening = 1;
			break;
		case 'p':
			with_processes = 1;
			break;
		case 'H':
			without_header = 1;
			break;
		case 't':
		case 'u':
			other_families++;
			break;
		case 'x':
			unix_asked = 1;
			break;
		case 'e':
		case 'n':
		case 'r':
			break;
		default:
			return 255;
		}
	}
	take_state(argv + optind);
	if (unix_asked || !other_families)
		learn_sockets();
	/* What all have in common needs no column. */
	if (other_families == 1 && !unix_asked)
		columns[NETID].title = "";
	if (wanted_state && strcmp(wanted_state, "all") != 0) {
		columns[STATE].title = "";
		for (int i = 0; i < line_count; i++)
			lines[i].text[STATE] = "";
	}
	measure();
	char *titles[FIELDS];
	for (int i = 0; i < FIELDS; i++)
		titles[i] = (char *)columns[i].title;
	if (!without_header)
		print_line(titles);
	for (int i = 0; i < line_count; i++)
		print_line(lines[i].text);
	return 0;
}
