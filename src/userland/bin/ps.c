/* ps: what processes there are. ps [-AadeFfHjlNwy | afhjlsuwx] [-C NAME] [-p PID] [-s SID] [-t TTY] [-u USER] [-o COLUMN[=TITLE],…] [PID…] */
#include <ctype.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>
#include "shared/process.h"

struct row {
	const struct process *process;
	uid_t uid;
	long sz, elapsed, used;
	time_t started;
	/* Under whom it stands where ancestors are shown: how many are above it, and what stands before its command. */
	int depth;
	char branch[80];
};

typedef void tell(const struct row *row, char *text, size_t size);

static const char *user_name(uid_t uid)
{
	static char number[16];
	struct passwd *user = getpwuid(uid);
	if (user && strlen(user->pw_name) <= 8)
		return user->pw_name;
	snprintf(number, sizeof number, "%u", uid);
	return number;
}

/* What has ended and is not waited for says so. */
static const char *ended(const struct row *row)
{
	return row->process->state == 'Z' ? " <defunct>" : "";
}

#define TELL(name, ...) \
	static void name(const struct row *row, char *text, size_t size) \
	{ \
		(void)row; \
		snprintf(text, size, __VA_ARGS__); \
	}

TELL(tell_pid, "%d", row->process->pid)
TELL(tell_ppid, "%d", row->process->ppid)
TELL(tell_pgid, "%d", row->process->pgid)
TELL(tell_sid, "%d", row->process->sid)
TELL(tell_tpgid, "%d", row->process->tpgid)
TELL(tell_threads, "%d", row->process->threads)
TELL(tell_nice, "%d", row->process->nice)
TELL(tell_priority, "%d", 39 - row->process->priority)
TELL(tell_old_priority, "%d", 60 + row->process->priority)
TELL(tell_uid, "%u", row->uid)
TELL(tell_user, "%s", user_name(row->uid))
TELL(tell_state, "%c", row->process->state)
TELL(tell_name, "%s%s%s", row->branch, row->process->name, ended(row))
TELL(tell_command, "%s%s%s", row->branch, row->process->command, ended(row))
TELL(tell_memory, "%ld", row->process->vsize / 1024)
TELL(tell_resident, "%ld", row->process->rss * 4)
TELL(tell_size, "- %5ld", row->sz)
TELL(tell_pages, "%ld", row->sz)
TELL(tell_share, "0.0")
TELL(tell_class, "TS")
TELL(tell_processor, "%d", 0)
TELL(tell_flags, "%d", row->process->flags >> 6 & 7)
TELL(tell_seconds, "%ld", row->elapsed)
TELL(tell_time, "%02ld:%02ld:%02ld", row->used / 3600, row->used / 60 % 60, row->used % 60)
TELL(tell_short_time, "%ld:%02ld", row->used / 60, row->used % 60)
TELL(tell_elapsed, "%02ld:%02ld", row->elapsed / 60, row->elapsed % 60)
TELL(tell_percent, "%ld", row->elapsed > 0 ? row->used * 100 / row->elapsed : 0)

/* What /proc/PID/FILE says, "-" for nothing: where in the kernel it sleeps. */
static void tell_channel(const struct row *row, char *text, size_t size)
{
	char name[64];
	int known = read_proc(row->process->pid, "wchan", name, sizeof name) > 0 && strcmp(name, "0") != 0;
	snprintf(text, size, "%s", known ? name + strspn(name, "_") : "-");
}

/* A set of signals, as /proc/PID/status has it: all 64 bits where there is room, else the lowest 32. */
static int has_room(void);

static void tell_signals(const struct row *row, const char *set, char *text, size_t size)
{
	char status[2048];
	char *found = read_proc(row->process->pid, "status", status, sizeof status) > 0 ? strstr(status, set) : NULL;
	snprintf(text, size, "%.16s", found ? found + strlen(set) + (has_room() ? 0 : 8) : "");
}

#define TELL_SIGNALS(name, set) \
	static void name(const struct row *row, char *text, size_t size) \
	{ \
		tell_signals(row, set ":\t", text, size); \
	}

TELL_SIGNALS(tell_pending, "ShdPnd")
TELL_SIGNALS(tell_blocked, "SigBlk")
TELL_SIGNALS(tell_ignored, "SigIgn")
TELL_SIGNALS(tell_caught, "SigCgt")

static void tell_terminal(const struct row *row, char *text, size_t size)
{
	if (row->process->tty)
		snprintf(text, size, "pts/%u", minor(row->process->tty));
	else
		snprintf(text, size, "?");
}

/* The state, and what goes with it: leads its session, has several threads, is in the foreground. */
static void tell_status(const struct row *row, char *text, size_t size)
{
	const struct process *process = row->process;
	snprintf(text, size, "%c%s%s%s%s", process->state, process->nice < 0 ? "<" : process->nice > 0 ? "N" : "",
		process->sid == process->pid ? "s" : "", process->threads > 1 ? "l" : "",
		process->pgid == process->tpgid ? "+" : "");
}

#define TELL_START(name, format) \
	static void name(const struct row *row, char *text, size_t size) \
	{ \
		strftime(text, size, format, localtime(&row->started)); \
	}

TELL_START(tell_start, "%H:%M")
TELL_START(tell_long_start, "%a %b %e %H:%M:%S %Y")
TELL_START(tell_second, "%H:%M:%S")

/* As wide as the highest number a process may have. */
#define OF_PIDS 0
/* As wide as the digits of a set of signals, of which there is room for all or a half. */
#define OF_SIGNALS 1000

static int pid_width(void)
{
	static int width;
	FILE *file = width ? NULL : fopen("/proc/sys/kernel/pid_max", "r");
	long most = 0;
	if (file && fscanf(file, "%ld", &most) == 1)
		for (most--; most > 0; most /= 10)
			width++;
	if (file)
		fclose(file);
	return width > 5 ? width : 5;
}

static const struct column {
	const char *name, *title;
	int width;
	tell *tell;
} columns[] = {
	{"pid", "PID", OF_PIDS, tell_pid}, {"tgid", "TGID", OF_PIDS, tell_pid}, {"ppid", "PPID", OF_PIDS, tell_ppid},
	{"pgid", "PGID", OF_PIDS, tell_pgid}, {"pgrp", "PGRP", OF_PIDS, tell_pgid}, {"sid", "SID", OF_PIDS, tell_sid},
	{"sess", "SESS", OF_PIDS, tell_sid}, {"session", "SESS", OF_PIDS, tell_sid}, {"tpgid", "TPGID", OF_PIDS, tell_tpgid},
	{"stat", "STAT", -4, tell_status}, {"s", "S", -1, tell_state}, {"state", "S", -1, tell_state},
	{"tty", "TT", -8, tell_terminal}, {"tt", "TT", -8, tell_terminal}, {"tname", "TTY", -8, tell_terminal},
	{"time", "TIME", 8, tell_time}, {"cputime", "TIME", 8, tell_time}, {"bsdtime", "TIME", 6, tell_short_time},
	{"etime", "ELAPSED", 11, tell_elapsed}, {"etimes", "ELAPSED", 7, tell_seconds}, {"stime", "STIME", 5, tell_start},
	{"start_time", "START", 5, tell_start}, {"bsdstart", "START", 6, tell_start}, {"start", "STARTED", 8, tell_second},
	{"lstart", "STARTED", 24, tell_long_start}, {"comm", "COMMAND", -15, tell_name}, {"ucomm", "COMMAND", -15, tell_name},
	{"ucmd", "CMD", -15, tell_name}, {"cmd", "CMD", -27, tell_command}, {"args", "COMMAND", -27, tell_command},
	{"command", "COMMAND", -27, tell_command}, {"user", "USER", -8, tell_user}, {"euser", "EUSER", -8, tell_user},
	{"uname", "USER", -8, tell_user}, {"uid", "UID", 5, tell_uid}, {"euid", "EUID", 5, tell_uid},
	{"ni", "NI", 3, tell_nice}, {"nice", "NI", 3, tell_nice}, {"pri", "PRI", 3, tell_priority},
	{"opri", "PRI", 3, tell_old_priority}, {"cls", "CLS", 3, tell_class}, {"class", "CLS", 3, tell_class},
	{"nlwp", "NLWP", 4, tell_threads}, {"thcount", "THCNT", 5, tell_threads}, {"vsz", "VSZ", 6, tell_memory},
	{"rss", "RSS", 5, tell_resident}, {"sz", "SZ", 5, tell_pages}, {"addr", "ADDR SZ", 7, tell_size},
	{"wchan", "WCHAN", -6, tell_channel}, {"f", "F", 1, tell_flags}, {"psr", "PSR", 3, tell_processor},
	{"c", "C", 2, tell_percent}, {"pcpu", "%CPU", 4, tell_share}, {"%cpu", "%CPU", 4, tell_share},
	{"pmem", "%MEM", 4, tell_share}, {"%mem", "%MEM", 4, tell_share}, {"pending", "PENDING", OF_SIGNALS, tell_pending},
	{"blocked", "BLOCKED", OF_SIGNALS, tell_blocked}, {"ignored", "IGNORED", OF_SIGNALS, tell_ignored}, {"caught", "CAUGHT", OF_SIGNALS, tell_caught}
};
#define COLUMNS (int)(sizeof columns / sizeof *columns)

#define MOST 24
static const struct column *chosen[MOST];
static const char *titles[MOST];
static int widths[MOST];
static int untitled, with_memory, with_resident;
static int chosen_count;
/* Children under their parents: behind a branch drawn, or two columns to the right. */
static enum { FLAT, DRAWN, INDENTED } tree;
/* Which columns the rows are ordered by, "+" or "-" before each. */
static const char *order;
/* How many columns a line has: as the terminal, or as many as it takes. */
static int line_width;
#define MOST_LETTERS 2400

static int has_room(void)
{
	return line_width > 80;
}

/* Who is meant. */
static int all, with_terminal, own, no_leaders, asked, bsd, others;
static char *pids, *parents, *users, *commands, *terminals, *sessions;

static _Noreturn void refuse(const char *what)
{
	fprintf(stderr, "error: %s\n\nUsage:\n ps [options]\n\n Try 'ps --help <simple|list|output|threads|misc|all>'\n"
		"  or 'ps --help <s|l|o|t|m|a>'\n for additional help text.\n\nFor more details see ps(1).\n", what);
	exit(1);
}

static const struct column *column_named(const char *name)
{
	for (int i = 0; i < COLUMNS; i++)
		if (strcmp(columns[i].name, name) == 0)
			return &columns[i];
	return NULL;
}

static void choose(const char *list)
{
	char *text = strdup(list);
	for (char *name = strtok(text, ", "); name && chosen_count < MOST; name = strtok(NULL, ", ")) {
		char unknown[96];
		char *title = strchr(name, '=');
		if (title)
			*title++ = 0;
		char *width = strchr(name, ':');
		if (width)
			*width++ = 0;
		const struct column *found = column_named(name);
		snprintf(unknown, sizeof unknown, "unknown user-defined format specifier \"%s\"", name);
		if (found == NULL)
			refuse(unknown);
		int usual = found->width == OF_PIDS ? pid_width() : found->width == OF_SIGNALS ? (has_room() ? 16 : 9) : abs(found->width);
		widths[chosen_count] = width && atoi(width) > 0 ? atoi(width) : usual;
		if (found->width < 0)
			widths[chosen_count] *= -1;
		titles[chosen_count] = title ? title : found->title;
		chosen[chosen_count++] = found;
	}
}

/* A list of words, `a,b c`. */
static int lists(const char *list, const char *word)
{
	size_t length = strlen(word);
	while (list && *list) {
		size_t size = strcspn(list, ", ");
		if (size == length && strncmp(list, word, size) == 0)
			return 1;
		list += size;
		list += *list != 0;
	}
	return 0;
}

static int lists_number(const char *list, int number)
{
	char text[16];
	snprintf(text, sizeof text, "%d", number);
	return lists(list, text);
}

static int is_asked(const struct row *row)
{
	const struct process *process = row->process;
	char terminal[32];
	tell_terminal(row, terminal, sizeof terminal);
	return lists_number(pids, process->pid) || lists_number(parents, process->ppid) || lists_number(sessions, process->sid) ||
		lists(commands, process->name) || lists(users, user_name(row->uid)) || lists_number(users, row->uid) ||
		lists(terminals, terminal) || (strncmp(terminal, "pts/", 4) == 0 && lists(terminals, terminal + 4));
}

static int is_meant(const struct row *row, const struct process *self)
{
	if (asked)
		return is_asked(row);
	if (all || (with_terminal && own))
		return 1;
	if (no_leaders)
		return row->process->sid != row->process->pid && (no_leaders > 1 || row->process->tty);
	if (with_terminal)
		return row->process->tty != 0;
	if (own)
		return row->uid == geteuid();
	return row->uid == geteuid() && row->process->tty == self->tty && (!bsd || self->tty);
}

static void print_row(const struct row *row)
{
	char room[1200], line[2400];
	int length = 0;
	for (int i = 0; i < chosen_count; i++) {
		if (row)
			chosen[i]->tell(row, room, sizeof room);
		int last = i == chosen_count - 1 && widths[i] < 0;
		/* What stands to the left is cut where the next column begins. */
		int most = row && widths[i] < 0 && !last ? -widths[i] : (int)sizeof room;
		length += snprintf(line + length, sizeof line - length, "%s%*.*s", i ? " " : "", last ? 0 : widths[i], most,
			row ? room : titles[i]);
	}
	printf("%.*s\n", line_width, line);
}

/* As `order` says; then by pid. */
static int by_order(const void *first, const void *second)
{
	const struct row *a = first;
	const struct row *b = second;
	char name[32], one[1200], other[1200];
	for (const char *at = order; at && *at; at += strcspn(at, ","), at += *at == ',') {
		int back = *at == '-';
		at += *at == '-' || *at == '+';
		snprintf(name, sizeof name, "%.*s", (int)strcspn(at, ","), at);
		const struct column *column = column_named(name);
		column->tell(a, one, sizeof one);
		column->tell(b, other, sizeof other);
		long less = column->width < 0 ? strcmp(one, other) : strtol(one, NULL, 10) - strtol(other, NULL, 10);
		if (less)
			return (less < 0) == back ? 1 : -1;
	}
	return a->process->pid - b->process->pid;
}

/* The rows of a parent's children, each with its own below it; taken[i]: the row stands in `to` already. */
static int place_children(const struct row *rows, int count, char *taken, int parent, int depth, const char *above, struct row *to)
{
	int placed = 0, last = -1;
	for (int i = 0; i < count; i++)
		if (!taken[i] && rows[i].process->ppid == parent)
			last = i;
	for (int i = 0; i <= last; i++) {
		char below[sizeof rows->branch];
		if (taken[i] || rows[i].process->ppid != parent)
			continue;
		taken[i] = 1;
		struct row *row = &to[placed++];
		*row = rows[i];
		row->depth = depth;
		if (tree == INDENTED)
			snprintf(row->branch, sizeof row->branch, "%*s", depth * 2, "");
		else if (depth)
			snprintf(row->branch, sizeof row->branch, "%s \\_ ", above);
		snprintf(below, sizeof below, "%s%s", above, depth == 0 ? "" : i == last ? "    " : " |  ");
		placed += place_children(rows, count, taken, row->process->pid, depth + 1, below, to + placed);
	}
	return placed;
}

/* Rows whose parents are not among them stand at the left. */
static void plant(struct row *rows, int count)
{
	struct row *to = calloc(count + 1, sizeof *to);
	char *taken = calloc(count + 1, 1);
	int placed = 0;
	for (int i = 0; i < count; i++) {
		int has_parent = 0;
		for (int k = 0; k < count; k++)
			has_parent |= rows[k].process->pid == rows[i].process->ppid;
		if (has_parent)
			continue;
		taken[i] = 1;
		to[placed] = rows[i];
		placed++;
		/* Who is a child of init begins a drawn tree of its own. */
		int depth = tree == DRAWN && rows[i].process->pid == 1 ? 0 : 1;
		placed += place_children(rows, count, taken, rows[i].process->pid, depth, "", to + placed);
	}
	memcpy(rows, to, placed * sizeof *rows);
}

static struct row row_of(struct process *process)
{
	struct row row = {.process = process};
	struct stat status;
	char path[32], text[64];
	double uptime = 0;
	snprintf(path, sizeof path, "/proc/%d", process->pid);
	row.uid = stat(path, &status) == 0 ? status.st_uid : 0;
	FILE *file = fopen("/proc/uptime", "r");
	if (file && fgets(text, sizeof text, file))
		uptime = atof(text);
	if (file)
		fclose(file);
	long second = sysconf(_SC_CLK_TCK);
	row.sz = process->vsize / sysconf(_SC_PAGESIZE);
	row.used = process->used / second;
	row.elapsed = uptime - process->started / second;
	row.started = time(NULL) - row.elapsed;
	/* A command stays in its line. */
	for (char *letter = process->command; *letter; letter++)
		if (iscntrl((unsigned char)*letter))
			*letter = *letter == '\n' ? ' ' : '.';
	return row;
}

/* The argument of an option: the rest of its word, or the next. */
static char *argument(char *rest, char **argv, int *at)
{
	char *found = *rest ? rest : argv[*at + 1] ? argv[++*at] : NULL;
	if (found == NULL)
		refuse("list of process IDs must follow -p");
	return found;
}

static void ask_order(char *list)
{
	char *text = strdup(list);
	for (char *name = strtok(text, ", "); name; name = strtok(NULL, ", "))
		if (column_named(name + (*name == '-' || *name == '+')) == NULL)
			refuse("unknown sort specifier");
	order = list;
}

static void ask_pids(char *list)
{
	if (list[strspn(list, "0123456789, ")])
		refuse("process ID list syntax error");
	pids = list;
}

static void ask_users(char *list)
{
	char *text = strdup(list);
	for (char *name = strtok(text, ", "); name; name = strtok(NULL, ", "))
		if (getpwnam(name) == NULL && name[strspn(name, "0123456789")])
			refuse("user name does not exist");
	users = list;
}

static const char *format;
#define BSD_FORMAT "pid,tname,stat,bsdtime,args"

/* Letters behind a dash. 1 when the rest of the word was taken. */
static int take_dashed(char *letter, char **argv, int *at)
{
	switch (*letter) {
	case 'A':
	case 'e':
		all = 1;
		return 0;
	case 'a':
	case 'd':
		no_leaders = *letter == 'a' ? 1 : 2;
		return 0;
	case 'f':
	case 'j':
	case 'l':
		format = *letter == 'f' ? "uname=UID,pid,ppid,c,stime,tname,time,cmd" :
			*letter == 'j' ? "pid,pgid,sid,tname,time,ucmd" : "f,s,uid,pid,ppid,c,opri,ni,addr,wchan,tname,time,ucmd";
		return 0;
	case 'w':
		line_width = MOST_LETTERS;
		return 0;
	case 'H':
		tree = INDENTED;
		return 0;
	case 'N':
		others = 1;
		return 0;
	case 'F':
		with_memory = 1;
		return 0;
	case 'y':
		with_resident = 1;
		return 0;
	case 'o':
		choose(argument(letter + 1, argv, at));
		return 1;
	case 'p':
		ask_pids(argument(letter + 1, argv, at));
		break;
	case 'g':
	case 's':
		sessions = argument(letter + 1, argv, at);
		break;
	case 'u':
	case 'U':
		ask_users(argument(letter + 1, argv, at));
		break;
	case 't':
		terminals = argument(letter + 1, argv, at);
		break;
	case 'C':
		commands = argument(letter + 1, argv, at);
		break;
	default:
		refuse("unsupported SysV option");
	}
	asked = 1;
	return 1;
}

/* Letters without a dash, as BSD has them. */
static int take_bare(char *letter, char **argv, int *at)
{
	bsd = 1;
	if (format == NULL)
		format = BSD_FORMAT;
	switch (*letter) {
	case 'a':
		with_terminal = 1;
		return 0;
	case 'x':
		own = 1;
		return 0;
	case 'u':
		format = "user,pid,pcpu,pmem,vsz,rss,tname,stat,start_time,bsdtime,args";
		return 0;
	case 'j':
		format = "ppid,pid,pgid,sid,tname,tpgid,stat,uid,bsdtime,args";
		return 0;
	case 'l':
		format = "f,uid,pid,ppid,opri,ni,vsz,rss,wchan,stat,tname,bsdtime,args";
		return 0;
	case 's':
		format = "uid,pid,pending,blocked,ignored,caught,stat,tname,bsdtime,args";
		return 0;
	case 'f':
		tree = DRAWN;
		return 0;
	case 'g':
		return 0;
	case 'w':
		line_width = MOST_LETTERS;
		return 0;
	case 'k':
		ask_order(argument(letter + 1, argv, at));
		return 1;
	case 'h':
		untitled = 1;
		return 0;
	case 'o':
		choose(argument(letter + 1, argv, at));
		return 1;
	default:
		refuse("unsupported option (BSD syntax)");
	}
}

/* --NAME=VALUE or --NAME VALUE; NULL when this is another. */
static char *long_argument(const char *name, char **argv, int *at)
{
	size_t length = strlen(name);
	if (strncmp(argv[*at], name, length) != 0 || (argv[*at][length] && argv[*at][length] != '='))
		return NULL;
	return argument(argv[*at] + length + (argv[*at][length] == '='), argv, at);
}

static void take_long(char **argv, int *at)
{
	char *value;
	if (strcmp(argv[*at], "--no-headers") == 0 || strcmp(argv[*at], "--no-headings") == 0) {
		untitled = 1;
	} else if ((value = long_argument("--sort", argv, at)) != NULL) {
		ask_order(value);
	} else if (strcmp(argv[*at], "--forest") == 0) {
		tree = DRAWN;
	} else if (strcmp(argv[*at], "--deselect") == 0) {
		others = 1;
	} else if ((value = long_argument("--ppid", argv, at)) != NULL) {
		parents = value;
		asked = 1;
	} else if ((value = long_argument("--pid", argv, at)) != NULL) {
		ask_pids(value);
		asked = 1;
	} else if ((value = long_argument("--sid", argv, at)) != NULL) {
		sessions = value;
		asked = 1;
	} else if ((value = long_argument("--tty", argv, at)) != NULL) {
		terminals = value;
		asked = 1;
	} else if ((value = long_argument("--user", argv, at)) != NULL) {
		ask_users(value);
		asked = 1;
	} else if ((value = long_argument("--format", argv, at)) != NULL) {
		choose(value);
	} else {
		refuse("unknown gnu long option");
	}
}

static void take_options(char **argv)
{
	for (int at = 1; argv[at]; at++) {
		char *word = argv[at];
		if (isdigit((unsigned char)*word)) {
			asked = 1;
			ask_pids(word);
			if (format == NULL)
				format = BSD_FORMAT;
			continue;
		}
		if (strncmp(word, "--", 2) == 0) {
			take_long(argv, &at);
			continue;
		}
		/* Everybody writes -aux, and means aux. */
		int dashed = *word == '-' && strcmp(word, "-aux") != 0;
		for (char *letter = word + (*word == '-'); *letter; letter++)
			if (dashed ? take_dashed(letter, argv, &at) : take_bare(letter, argv, &at))
				break;
	}
	if (with_memory)
		format = "uname=UID,pid,ppid,c,sz,rss,psr,stime,tname,time,cmd";
	if (with_resident && format && *format == 'f')
		format = "s,uid,pid,ppid,c,opri,ni,rss,sz,wchan,tname,time,ucmd";
	if (chosen_count == 0)
		choose(format ? format : "pid,tname,time,ucmd");
}

int main(int argc, char **argv)
{
	int titled = 0, shown = 0;
	struct winsize screen;
	(void)argc;
	line_width = MOST_LETTERS;
	if (isatty(1) && ioctl(1, TIOCGWINSZ, &screen) == 0 && screen.ws_col > 0)
		line_width = screen.ws_col;
	take_options(argv);
	for (int i = 0; i < chosen_count; i++)
		titled |= titles[i][0] != 0;
	if (titled && !untitled)
		print_row(NULL);
	struct process *processes = all_processes();
	struct process *self = processes;
	int count = 0;
	while (self->pid && self->pid != getpid())
		self++;
	while (processes[count].pid)
		count++;
	struct row *rows = calloc(count + 1, sizeof *rows);
	for (int i = 0; i < count; i++) {
		rows[shown] = row_of(&processes[i]);
		shown += is_meant(&rows[shown], self) != others;
	}
	if (order)
		qsort(rows, shown, sizeof *rows, by_order);
	if (tree != FLAT)
		plant(rows, shown);
	for (int i = 0; i < shown; i++)
		print_row(&rows[i]);
	return !shown;
}
