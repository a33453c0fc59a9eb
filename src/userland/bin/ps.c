/* ps: what processes there are. ps [-Aadefjl | aujlx] [-C NAME] [-p PID] [-t TTY] [-u USER] [-o COLUMN[=TITLE],…] [PID…] */
#include <ctype.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
TELL(tell_name, "%s", row->process->name)
TELL(tell_command, "%s", row->process->command)
TELL(tell_memory, "%ld", row->process->vsize / 1024)
TELL(tell_resident, "%ld", row->process->rss * 4)
TELL(tell_size, "- %5ld", row->sz)
TELL(tell_pages, "%ld", row->sz)
TELL(tell_share, "0.0")
TELL(tell_nothing, "-")
TELL(tell_processor, "%d", 0)
TELL(tell_flags, "%d", row->process->flags >> 6 & 7)
TELL(tell_time, "%02ld:%02ld:%02ld", row->used / 3600, row->used / 60 % 60, row->used % 60)
TELL(tell_short_time, "%ld:%02ld", row->used / 60, row->used % 60)
TELL(tell_elapsed, "%02ld:%02ld", row->elapsed / 60, row->elapsed % 60)
TELL(tell_percent, "%ld", row->elapsed > 0 ? row->used * 100 / row->elapsed : 0)

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

static void tell_start(const struct row *row, char *text, size_t size)
{
	strftime(text, size, "%H:%M", localtime(&row->started));
}

static const struct column {
	const char *name, *title;
	int width;
	tell *tell;
} columns[] = {
	{"pid", "PID", 5, tell_pid}, {"ppid", "PPID", 5, tell_ppid}, {"pgid", "PGID", 5, tell_pgid},
	{"pgrp", "PGRP", 5, tell_pgid}, {"sid", "SID", 5, tell_sid}, {"sess", "SESS", 5, tell_sid},
	{"session", "SESS", 5, tell_sid}, {"tpgid", "TPGID", 5, tell_tpgid}, {"stat", "STAT", -4, tell_status},
	{"s", "S", -1, tell_state}, {"state", "S", -1, tell_state}, {"tty", "TT", -8, tell_terminal},
	{"tt", "TT", -8, tell_terminal}, {"tname", "TTY", -8, tell_terminal}, {"time", "TIME", 8, tell_time},
	{"cputime", "TIME", 8, tell_time}, {"bsdtime", "TIME", 6, tell_short_time}, {"etime", "ELAPSED", 11, tell_elapsed},
	{"stime", "STIME", 5, tell_start}, {"start_time", "START", 5, tell_start}, {"comm", "COMMAND", -15, tell_name},
	{"ucmd", "CMD", -15, tell_name}, {"cmd", "CMD", -27, tell_command}, {"args", "COMMAND", -27, tell_command},
	{"command", "COMMAND", -27, tell_command}, {"user", "USER", -8, tell_user}, {"euser", "EUSER", -8, tell_user},
	{"uname", "USER", -8, tell_user}, {"uid", "UID", 5, tell_uid}, {"euid", "EUID", 5, tell_uid},
	{"ni", "NI", 3, tell_nice}, {"nice", "NI", 3, tell_nice}, {"pri", "PRI", 3, tell_priority},
	{"opri", "PRI", 3, tell_old_priority}, {"nlwp", "NLWP", 4, tell_threads}, {"thcount", "THCNT", 5, tell_threads},
	{"vsz", "VSZ", 6, tell_memory}, {"rss", "RSS", 5, tell_resident}, {"sz", "SZ", 5, tell_pages},
	{"addr", "ADDR SZ", 7, tell_size}, {"wchan", "WCHAN", -6, tell_nothing}, {"f", "F", 1, tell_flags},
	{"psr", "PSR", 3, tell_processor}, {"c", "C", 2, tell_percent}, {"pcpu", "%CPU", 4, tell_share}, {"%cpu", "%CPU", 4, tell_share},
	{"pmem", "%MEM", 4, tell_share}, {"%mem", "%MEM", 4, tell_share}
};
#define COLUMNS (int)(sizeof columns / sizeof *columns)

#define MOST 24
static const struct column *chosen[MOST];
static const char *titles[MOST];
static int widths[MOST];
static int untitled, backwards, with_memory, with_resident;
static int chosen_count;

/* Who is meant. */
static int all, with_terminal, own, no_leaders, asked;
static char *pids, *parents, *users, *commands, *terminals;

static _Noreturn void refuse(const char *what)
{
	fprintf(stderr, "error: %s\n\nUsage:\n ps [options]\n\n Try 'ps --help <simple|list|output|threads|misc|all>'\n"
		"  or 'ps --help <s|l|o|t|m|a>'\n for additional help text.\n\nFor more details see ps(1).\n", what);
	exit(1);
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
		int found = 0;
		while (found < COLUMNS && strcmp(columns[found].name, name) != 0)
			found++;
		snprintf(unknown, sizeof unknown, "unknown user-defined format specifier \"%s\"", name);
		if (found == COLUMNS)
			refuse(unknown);
		widths[chosen_count] = width && atoi(width) > 0 ? atoi(width) : abs(columns[found].width);
		if (columns[found].width < 0)
			widths[chosen_count] *= -1;
		titles[chosen_count] = title ? title : columns[found].title;
		chosen[chosen_count++] = &columns[found];
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

static int is_meant(const struct row *row, const struct process *self)
{
	char text[32];
	if (asked) {
		snprintf(text, sizeof text, "%d", row->process->pid);
		char parent[32];
		snprintf(parent, sizeof parent, "%d", row->process->ppid);
		if (lists(pids, text) || lists(parents, parent) || lists(commands, row->process->name) || lists(users, user_name(row->uid)))
			return 1;
		snprintf(text, sizeof text, "%u", row->uid);
		if (lists(users, text))
			return 1;
		tell_terminal(row, text, sizeof text);
		return lists(terminals, text) || (strncmp(text, "pts/", 4) == 0 && lists(terminals, text + 4));
	}
	if (all || (with_terminal && own))
		return 1;
	if (no_leaders)
		return row->process->sid != row->process->pid && (no_leaders > 1 || row->process->tty);
	if (with_terminal)
		return row->process->tty != 0;
	if (own)
		return row->uid == geteuid();
	return row->uid == geteuid() && row->process->tty == self->tty;
}

static void print_row(const struct row *row)
{
	char room[1200];
	for (int i = 0; i < chosen_count; i++) {
		if (row)
			chosen[i]->tell(row, room, sizeof room);
		int last = i == chosen_count - 1 && widths[i] < 0;
		printf("%s%*s", i ? " " : "", last ? 0 : widths[i], row ? room : titles[i]);
	}
	putchar('\n');
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
	/* What has ended and is not waited for says so. */
	if (process->state == 'Z') {
		strcat(process->name, " <defunct>");
		strcat(process->command, " <defunct>");
	}
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
	case 'H':
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
		pids = argument(letter + 1, argv, at);
		break;
	case 'u':
	case 'U':
		users = argument(letter + 1, argv, at);
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
	case 'f':
	case 'g':
	case 'w':
		return 0;
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
		if (strcmp(value + strspn(value, "+-"), "pid") != 0)
			refuse("unknown sort specifier");
		backwards = *value == '-';
	} else if ((value = long_argument("--ppid", argv, at)) != NULL) {
		parents = value;
		asked = 1;
	} else if ((value = long_argument("--pid", argv, at)) != NULL) {
		pids = value;
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
			pids = word;
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
	(void)argc;
	take_options(argv);
	for (int i = 0; i < chosen_count; i++)
		titled |= titles[i][0] != 0;
	if (titled && !untitled)
		print_row(NULL);
	struct process *processes = all_processes();
	struct process *self = processes;
	while (self->pid && self->pid != getpid())
		self++;
	struct process *last = processes;
	while (last->pid != 0)
		last++;
	for (struct process *process = backwards ? last - 1 : processes; process >= processes && process < last; process += backwards ? -1 : 1) {
		struct row row = row_of(process);
		if (!is_meant(&row, self))
			continue;
		print_row(&row);
		shown = 1;
	}
	return !shown;
}
