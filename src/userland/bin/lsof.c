/* lsof: which processes have what open. lsof [+E] [-atU] [-p PID[,PID]] [-u USER] [-c NAME] [-d FD[,FD]] [FILE…] */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>
#include "shared/process.h"
#include "shared/shared.h"

struct row {
	int pid;
	char command[16], user[32], fd[16], type[8], device[24], size[24], node[24], name[512];
	char access, lock;
	/* It was not asked for, and is shown only if it is the other end of what was. */
	int hidden, is_end;
};

static struct row *rows;
static size_t row_count, row_room;
static int named, only_pids, with_ends;
static struct stat *files;
static char **names;
static int *found;

/* What was asked for: all of it must hold with -a, else any of it. */
enum { BY_PID, BY_USER, BY_COMMAND, BY_DESCRIPTOR, BY_SOCKET, BY_INTERNET, BY_FILE, WAYS };
static const char *asked[WAYS];
static int came[WAYS], all_at_once;

static struct row *new_row(const struct process *process, const char *fd)
{
	char path[32];
	struct stat status;
	if (row_count == row_room) {
		row_room = row_room * 2 + 32;
		rows = realloc(rows, row_room * sizeof *rows);
	}
	struct row *row = &rows[row_count++];
	memset(row, 0, sizeof *row);
	row->pid = process->pid;
	row->access = row->lock = ' ';
	snprintf(row->command, sizeof row->command, "%.9s", process->name);
	snprintf(path, sizeof path, "/proc/%d", process->pid);
	struct passwd *user = stat(path, &status) == 0 ? getpwuid(status.st_uid) : NULL;
	snprintf(row->user, sizeof row->user, "%.8s", user ? user->pw_name : "?");
	snprintf(row->fd, sizeof row->fd, "%s", fd);
	return row;
}

/* What /proc/net/unix tells of the socket: its path, type and state. */
static void tell_socket(struct row *row, unsigned long inode)
{
	char line[256], path[128];
	FILE *file = fopen("/proc/net/unix", "r");
	snprintf(row->type, sizeof row->type, "unix");
	snprintf(row->device, sizeof row->device, "0x%016lx", 0UL);
	snprintf(row->name, sizeof row->name, "socket");
	while (file && fgets(line, sizeof line, file)) {
		unsigned long one;
		unsigned flags, type, state;
		*path = 0;
		if (sscanf(line, "%*s %*x %*x %x %x %x %lu %127s", &flags, &type, &state, &one, path) < 4 || one != inode)
			continue;
		snprintf(row->name, sizeof row->name, "%s%stype=%s (%s)", path, *path ? " " : "",
			type == 1 ? "STREAM" : type == 2 ? "DGRAM" : "SEQPACKET",
			flags & 0x10000 ? "LISTEN" : state == 3 ? "CONNECTED" : "UNCONNECTED");
	}
	if (file)
		fclose(file);
}

/* What /proc/locks tells of the file and the process: w or r for a part of it, W or R for the whole. */
static char lock_on(int pid, const struct stat *status)
{
	char line[160], kind[16], how[16], end[24];
	unsigned long inode, start;
	int owner;
	char found = ' ';
	FILE *file = fopen("/proc/locks", "r");
	while (file && fgets(line, sizeof line, file)) {
		if (sscanf(line, "%*s %15s %*s %15s %d %*x:%*x:%lu %lu %23s", kind, how, &owner, &inode, &start, end) != 6)
			continue;
		if (owner != pid || inode != status->st_ino)
			continue;
		int whole = start == 0 && strcmp(end, "EOF") == 0;
		found = *how == 'W' ? whole ? 'W' : 'w' : whole ? 'R' : 'r';
	}
	if (file)
		fclose(file);
	return found;
}

/* POSIX message queues are the files of a file system of their own. */
static int is_queue(const struct stat *status)
{
	static struct stat queues;
	static int known;
	if (!known)
		known = stat("/dev/mqueue", &queues) == 0 ? 1 : -1;
	return known > 0 && S_ISREG(status->st_mode) && status->st_dev == queues.st_dev;
}

/* Whether one of the files that were asked for is it: it is shown by the name it was asked for. */
static int is_named(struct row *row, const struct stat *status)
{
	for (int i = 0; i < named; i++) {
		size_t length = strlen(names[i]);
		int by_path = S_ISSOCK(status->st_mode) && strncmp(row->name, names[i], length) == 0 && row->name[length] == ' ';
		if (by_path || (!S_ISSOCK(status->st_mode) && files[i].st_dev == status->st_dev && files[i].st_ino == status->st_ino)) {
			found[i] = 1;
			if (!S_ISSOCK(status->st_mode))
				snprintf(row->name, sizeof row->name, "%.511s", names[i]);
			return 1;
		}
	}
	return 0;
}

/* Whether a word or number is in a list as 0,2,5-7 or cwd,txt. */
static int is_listed(const char *list, const char *word)
{
	size_t length = strlen(word);
	for (const char *at = list; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
		size_t span = strcspn(at, ",");
		const char *dash = memchr(at, '-', span);
		if (span == length && strncmp(at, word, length) == 0)
			return 1;
		if (dash && isdigit((unsigned char)*word) && atoi(word) >= atoi(at) && atoi(word) <= atoi(dash + 1))
			return 1;
	}
	return 0;
}

/* status: of the file; NULL: it could not be looked at. */
static int is_wanted(struct row *row, const struct stat *status)
{
	char pid[16];
	int any = 0, all = 1, ways = 0;
	snprintf(pid, sizeof pid, "%d", row->pid);
	for (int way = 0; way < WAYS; way++) {
		if (!asked[way])
			continue;
		int fits = way == BY_PID ? is_listed(asked[way], pid)
			: way == BY_USER ? is_listed(asked[way], row->user)
			: way == BY_COMMAND ? strncmp(row->command, asked[way], strlen(asked[way])) == 0
			: way == BY_DESCRIPTOR ? is_listed(asked[way], row->fd)
			: way == BY_SOCKET ? strcmp(row->type, "unix") == 0
			: way == BY_INTERNET ? 0
			: status && is_named(row, status);
		ways++;
		came[way] |= fits;
		any |= fits;
		all &= fits;
	}
	return ways == 0 || (all_at_once ? all : any);
}

static void add(const struct process *process, const char *fd, const char *link)
{
	char path[64];
	struct stat status, own;
	struct row *row = new_row(process, fd);
	snprintf(path, sizeof path, "/proc/%d/%s", process->pid, link);
	ssize_t length = readlink(path, row->name, sizeof row->name - 1);
	/* Closed meanwhile: that with which this was read. */
	if (length == -1 && errno == ENOENT) {
		row_count--;
		return;
	}
	if (length == -1 || stat(path, &status) == -1) {
		snprintf(row->type, sizeof row->type, "unknown");
		snprintf(row->name, sizeof row->name, "%s (readlink: %s)", path, strerror(errno));
		if (!is_wanted(row, NULL))
			row_count--;
		return;
	}
	if (isdigit((unsigned char)*fd) && lstat(path, &own) == 0)
		row->access = (own.st_mode & 0600) == 0600 ? 'u' : own.st_mode & 0200 ? 'w' : 'r';
	mode_t mode = status.st_mode;
	dev_t device = S_ISCHR(mode) || S_ISBLK(mode) ? status.st_rdev : status.st_dev;
	snprintf(row->device, sizeof row->device, "%u,%u", major(device), minor(device));
	snprintf(row->node, sizeof row->node, "%lu", (unsigned long)status.st_ino);
	if (isdigit((unsigned char)*fd) && S_ISREG(mode))
		row->lock = lock_on(process->pid, &status);
	if (S_ISREG(mode) || S_ISDIR(mode)) {
		snprintf(row->type, sizeof row->type, is_queue(&status) ? "PSXMQ" : S_ISREG(mode) ? "REG" : "DIR");
		snprintf(row->size, sizeof row->size, "%ld", (long)status.st_size);
	} else {
		snprintf(row->type, sizeof row->type, S_ISFIFO(mode) ? "FIFO" : "CHR");
		snprintf(row->size, sizeof row->size, "0t0");
	}
	if (strncmp(row->name, "pipe:", 5) == 0)
		snprintf(row->name, sizeof row->name, "pipe");
	if (S_ISSOCK(mode))
		tell_socket(row, status.st_ino);
	if (is_wanted(row, &status))
		return;
	if (with_ends)
		row->hidden = 1;
	else
		row_count--;
}

/* The inode of the other end of a socket: 0 for none, or one that nobody has accepted. */
static unsigned long other_end(const char *inode)
{
	char line[256], own[24];
	unsigned long other;
	FILE *file = fopen("/proc/net/sockets", "r");
	while (file && fgets(line, sizeof line, file)) {
		if (sscanf(line, "%*s %*s %*s %*s %23s %lu", own, &other) == 2 && strcmp(own, inode) == 0) {
			fclose(file);
			return other;
		}
	}
	if (file)
		fclose(file);
	return 0;
}

/* The inode by which the other ends of a row are known: of a socket its peer's, else its own; 0: it has no ends. */
static unsigned long ends_of(const struct row *row)
{
	if (strcmp(row->type, "unix") == 0)
		return other_end(row->node);
	return strcmp(row->type, "FIFO") == 0 || strcmp(row->type, "PSXMQ") == 0 ? strtoul(row->node, NULL, 10) : 0;
}

/* Who else has the other end stands behind the name; of a socket, the last process first. */
static void add_ends(struct row *row, unsigned long inode)
{
	char end[96], state[32] = "";
	int is_socket = strcmp(row->type, "unix") == 0;
	char *bracket = is_socket ? strstr(row->name, " (") : NULL;
	if (bracket) {
		snprintf(state, sizeof state, "%s", bracket);
		snprintf(bracket, row->name + sizeof row->name - bracket, " ->INO=%lu", inode);
	}
	for (size_t i = 0; i < row_count; i++) {
		const struct row *one = &rows[is_socket ? row_count - 1 - i : i];
		if (one == row || strcmp(one->type, row->type) != 0 || strtoul(one->node, NULL, 10) != inode)
			continue;
		snprintf(end, sizeof end, " %d,%s,%s%c", one->pid, one->command, one->fd, one->access);
		if (strlen(row->name) + strlen(end) + strlen(state) < sizeof row->name)
			strcat(row->name, end);
	}
	strcat(row->name, state);
}

/* +E: ends of what was asked for are shown too. */
static void find_ends(void)
{
	unsigned long *inodes = calloc(row_count + 1, sizeof *inodes);
	for (size_t i = 0; i < row_count; i++)
		inodes[i] = ends_of(&rows[i]);
	for (size_t i = 0; i < row_count; i++)
		for (size_t k = 0; k < row_count && !rows[i].hidden; k++)
			rows[k].is_end |= inodes[i] && strcmp(rows[i].type, rows[k].type) == 0 && strtoul(rows[k].node, NULL, 10) == inodes[i];
	for (size_t i = 0; i < row_count; i++) {
		rows[i].hidden &= !rows[i].is_end;
		if (!rows[i].hidden && inodes[i])
			add_ends(&rows[i], inodes[i]);
	}
	free(inodes);
}

static int by_number(const struct dirent **first, const struct dirent **second)
{
	return atoi((*first)->d_name) - atoi((*second)->d_name);
}

static int is_number(const struct dirent *entry)
{
	return isdigit((unsigned char)entry->d_name[0]) != 0;
}

static void add_process(const struct process *process)
{
	char path[64], link[32];
	struct dirent **list;
	add(process, "cwd", "cwd");
	add(process, "rtd", "root");
	add(process, "txt", "exe");
	snprintf(path, sizeof path, "/proc/%d/fd", process->pid);
	int count = scandir(path, &list, is_number, by_number);
	if (count == -1) {
		struct row *row = new_row(process, "NOFD");
		snprintf(row->name, sizeof row->name, "%s (opendir: %s)", path, strerror(errno));
		if (!is_wanted(row, NULL))
			row_count--;
	}
	for (int i = 0; i < count; i++) {
		snprintf(link, sizeof link, "fd/%.20s", list[i]->d_name);
		add(process, list[i]->d_name, link);
	}
}

static int wider(int width, const char *text)
{
	int length = strlen(text);
	return length > width ? length : width;
}

static void print_rows(void)
{
	int command = 7, pid = 3, shown = 0, user = 4, type = 4, device = 6, size = 8, node = 4;
	char number[16];
	for (size_t i = 0; i < row_count; i++) {
		const struct row *row = &rows[i];
		if (row->hidden)
			continue;
		shown = 1;
		snprintf(number, sizeof number, "%d", row->pid);
		command = wider(command, row->command);
		pid = wider(pid, number);
		user = wider(user, row->user);
		type = wider(type, row->type);
		device = wider(device, row->device);
		size = wider(size, row->size);
		node = wider(node, row->node);
	}
	if (!shown)
		return;
	printf("%-*s %*s %*s   FD   %*s %*s %*s %*s NAME\n", command, "COMMAND", pid, "PID", user, "USER", type, "TYPE", device,
		"DEVICE", size, "SIZE/OFF", node, "NODE");
	for (size_t i = 0; i < row_count; i++) {
		const struct row *row = &rows[i];
		if (row->hidden)
			continue;
		printf("%-*s %*d %*s %4s%c%c %*s %*s %*s %*s %s\n", command, row->command, pid, row->pid, user, row->user, row->fd,
			row->access, row->lock, type, row->type, device, row->device, size, row->size, node, row->node, row->name);
	}
}

int main(int argc, char **argv)
{
	int option, missing = 0, kept = 1;
	/* What begins with + asks for more. */
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "+E") == 0) {
			with_ends = 1;
		} else if (argv[i][0] == '+' && isalpha((unsigned char)argv[i][1])) {
			fprintf(stderr, "lsof: +%c is not known here: of these there is +E alone\n", argv[i][1]);
			return 1;
		} else {
			argv[kept++] = argv[i];
		}
	}
	argc = kept;
	argv[argc] = NULL;
	while ((option = getopt(argc, argv, "nPatUi::p:u:c:d:")) != -1) {
		switch (option) {
		case 'n':
		case 'P':
			break;
		case 'a':
			all_at_once = 1;
			break;
		case 't':
			only_pids = 1;
			break;
		case 'U':
			asked[BY_SOCKET] = "unix";
			break;
		case 'i':
			asked[BY_INTERNET] = "internet";
			break;
		case 'p':
			asked[BY_PID] = optarg;
			if (optarg[strspn(optarg, "0123456789,")])
				return fprintf(stderr, "lsof: illegal process ID: %s\n", optarg), 1;
			break;
		case 'u':
			asked[BY_USER] = optarg;
			break;
		case 'c':
			asked[BY_COMMAND] = optarg;
			break;
		case 'd':
			asked[BY_DESCRIPTOR] = optarg;
			break;
		default:
			return 1;
		}
	}
	/* What it has inherited is not what one looks for. */
	for (int fd = 3; fd < 1024; fd++)
		close(fd);
	files = calloc(argc, sizeof *files);
	names = calloc(argc, sizeof *names);
	found = calloc(argc, sizeof *found);
	for (int i = optind; i < argc; i++) {
		names[named] = argv[i];
		if (stat(argv[i], &files[named]) == -1) {
			fprintf(stderr, "lsof: status error on %s: %s\n", argv[i], strerror(errno));
			missing = 1;
		} else {
			named++;
		}
	}
	if (missing && named == 0)
		return 1;
	asked[BY_FILE] = named ? *names : NULL;
	for (struct process *process = all_processes(); process->pid; process++) {
		if (process->state != 'Z')
			add_process(process);
	}
	missing |= asked[BY_INTERNET] || (asked[BY_PID] && !came[BY_PID]) || (asked[BY_COMMAND] && !came[BY_COMMAND]);
	for (int i = 0; i < named; i++)
		missing |= !found[i];
	if (only_pids) {
		for (size_t i = 0; i < row_count; i++)
			if (i == 0 || rows[i].pid != rows[i - 1].pid)
				printf("%d\n", rows[i].pid);
	} else {
		if (with_ends)
			find_ends();
		print_rows();
	}
	return missing;
}
