/* ls: what is in directories. ls [-1AaBbcCdFgGhiLlmNnopQqRrSstUuvXx] [-w COLUMNS] [--time-style=+FORMAT] [FILE…] */
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <fnmatch.h>
#include <getopt.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>
#include "shared/shared.h"

static int all, almost_all, itself, long_form, one_column, inodes, recursive, reverse, by_time, by_size, unsorted, classify, slashes;
static int numbers, readable, without_owner, without_group, followed, blocks, across, commas, by_ending, by_version, without_backups, directories_first;
/* -I: names that fit it are left out. */
static const char *unwanted;
static int screen = 80;
static char quoting; /* 'Q' in quotes, 'b' escapes, 'q' question marks, or 0: as it is */
static int which_time = 'm';
static const char *time_style;
static int failed;

struct entry {
	char *name;
	char *path;
	struct stat status;
	/* Of a symbolic link, when it is wanted: where it leads. */
	char *target;
};

struct list {
	struct entry *entries;
	size_t count, room;
};

static void *get(void *old, size_t size)
{
	void *memory = realloc(old, size);
	if (memory == NULL)
		error(2, errno, "memory exhausted");
	return memory;
}

static int add(struct list *list, const char *folder, const char *name)
{
	char *path = get(NULL, strlen(folder) + strlen(name) + 2);
	sprintf(path, "%s%s%s", folder, *folder && folder[strlen(folder) - 1] != '/' ? "/" : "", name);
	if (list->count == list->room) {
		list->room = list->room * 2 + 16;
		list->entries = get(list->entries, list->room * sizeof *list->entries);
	}
	struct entry *entry = &list->entries[list->count];
	entry->path = path;
	entry->name = path + strlen(path) - strlen(name);
	if ((followed && stat(path, &entry->status) == 0) || lstat(path, &entry->status) == 0) {
		/* It is there. */
	} else {
		error(0, errno, "cannot access '%s'", path);
		failed = 2;
		free(path);
		return 0;
	}
	entry->target = NULL;
	if (long_form && S_ISLNK(entry->status.st_mode)) {
		char target[4096];
		ssize_t length = readlink(path, target, sizeof target - 1);
		if (length >= 0) {
			target[length] = 0;
			entry->target = strdup(target);
		} else {
			error(0, errno, "cannot read symbolic link '%s'", path);
			failed = failed ? failed : 1;
		}
	}
	list->count++;
	return 1;
}

static const struct timespec *time_of(const struct stat *status)
{
	return which_time == 'u' ? &status->st_atim : which_time == 'c' ? &status->st_ctim : &status->st_mtim;
}

static int compare(const void *first, const void *second)
{
	const struct entry *a = first;
	const struct entry *b = second;
	if (directories_first && S_ISDIR(a->status.st_mode) != S_ISDIR(b->status.st_mode))
		return S_ISDIR(a->status.st_mode) ? -1 : 1;
	int order = by_version ? strverscmp(a->name, b->name) : strcmp(a->name, b->name);
	if (by_ending) {
		const char *first_ending = strrchr(a->name, '.'), *second_ending = strrchr(b->name, '.');
		int endings = strcmp(first_ending ? first_ending : "", second_ending ? second_ending : "");
		order = endings ? endings : order;
	}
	if (by_size && a->status.st_size != b->status.st_size)
		order = a->status.st_size < b->status.st_size ? 1 : -1;
	struct timespec first_time = *time_of(&a->status), second_time = *time_of(&b->status);
	if (by_time && first_time.tv_sec != second_time.tv_sec)
		order = first_time.tv_sec < second_time.tv_sec ? 1 : -1;
	else if (by_time && first_time.tv_nsec != second_time.tv_nsec)
		order = first_time.tv_nsec < second_time.tv_nsec ? 1 : -1;
	return reverse ? -order : order;
}

static char type_letter(mode_t mode)
{
	return S_ISDIR(mode) ? 'd' : S_ISLNK(mode) ? 'l' : S_ISFIFO(mode) ? 'p' : S_ISCHR(mode) ? 'c' :
		S_ISBLK(mode) ? 'b' : S_ISSOCK(mode) ? 's' : '-';
}

static const char *mode_text(mode_t mode)
{
	static char text[11];
	const char *letters = "rwxrwxrwx";
	text[0] = type_letter(mode);
	for (int i = 0; i < 9; i++)
		text[i + 1] = mode & (0400 >> i) ? letters[i] : '-';
	if (mode & S_ISUID)
		text[3] = mode & S_IXUSR ? 's' : 'S';
	if (mode & S_ISGID)
		text[6] = mode & S_IXGRP ? 's' : 'S';
	if (mode & S_ISVTX)
		text[9] = mode & S_IXOTH ? 't' : 'T';
	return text;
}

/* The name of a user or a group, or the number when it has none. */
static const char *name_or_number(unsigned id, const char *name)
{
	static char number[2][16];
	static int turn;
	if (name)
		return name;
	turn = !turn;
	snprintf(number[turn], sizeof number[turn], "%u", id);
	return number[turn];
}

static const char *user_name(unsigned id)
{
	struct passwd *known = numbers ? NULL : getpwuid(id);
	return name_or_number(id, known ? known->pw_name : NULL);
}

static const char *group_name(unsigned id)
{
	struct group *known = numbers ? NULL : getgrgid(id);
	return name_or_number(id, known ? known->gr_name : NULL);
}

/* A name as it is shown; the same room is used again. */
static const char *shown(const char *name)
{
	static char text[4 * 4096];
	char *to = text;
	if (quoting == 0)
		return name;
	if (quoting == 'Q')
		*to++ = '"';
	for (; *name && to < text + sizeof text - 8; name++) {
		static const char letters[] = "abfnrtv";
		static const char meanings[] = "\a\b\f\n\r\t\v";
		unsigned char c = *name;
		const char *found = strchr(meanings, c);
		if (quoting == 'q')
			*to++ = isprint(c) ? c : '?';
		else if (found)
			to += sprintf(to, "\\%c", letters[found - meanings]);
		else if (!isprint(c))
			to += sprintf(to, "\\%03o", c);
		else if (c == '\\' || (quoting == 'Q' && c == '"') || (quoting == 'b' && c == ' '))
			to += sprintf(to, "\\%c", c);
		else
			*to++ = c;
	}
	if (quoting == 'Q')
		*to++ = '"';
	*to = 0;
	return text;
}

static void print_name(const struct entry *entry)
{
	mode_t mode = entry->status.st_mode;
	fputs(shown(entry->name), stdout);
	if (slashes && S_ISDIR(mode))
		putchar('/');
	if (classify) {
		char mark = S_ISDIR(mode) ? '/' : S_ISLNK(mode) ? '@' : S_ISFIFO(mode) ? '|' : S_ISSOCK(mode) ? '=' : mode & 0111 ? '*' : 0;
		if (mark && !(S_ISLNK(mode) && long_form))
			putchar(mark);
	}
}

static int width_of(long number)
{
	int width = 1;
	for (; number >= 10; number /= 10)
		width++;
	return width;
}

/* A size as one reads it: rounded up, with one decimal below ten. */
static const char *size_text(long size)
{
	static char text[24];
	const char *units = "KMGTPE";
	long unit = 1;
	if (!readable || size < 1024)
		return snprintf(text, sizeof text, "%ld", size), text;
	while (size > 1023 * unit && *units)
		unit *= 1024, units++;
	long tenths = (size * 10 + unit - 1) / unit;
	if (tenths < 100)
		snprintf(text, sizeof text, "%ld.%ld%c", tenths / 10, tenths % 10, units[-1]);
	else
		snprintf(text, sizeof text, "%ld%c", (size + unit - 1) / unit, units[-1]);
	return text;
}

#define HALF_A_YEAR (31556952 / 2)

#define WITH_NANOSECONDS "%Y-%m-%d %H:%M:%S.%%09ld %z"

static const char *time_text(const struct timespec *at)
{
	static char text[48];
	char form[48];
	time_t when = at->tv_sec;
	time_t now = time(NULL);
	int recent = when <= now && when > now - HALF_A_YEAR;
	if (time_style) {
		strftime(form, sizeof form, time_style, localtime(&when));
		if (strcmp(time_style, WITH_NANOSECONDS) == 0)
			snprintf(text, sizeof text, form, at->tv_nsec);
		else
			strcpy(text, form);
		return text;
	}
	strftime(text, sizeof text, recent ? "%b %e %H:%M" : "%b %e  %Y", localtime(&when));
	return text;
}

static void print_blocks(const struct entry *entry)
{
	long room = entry->status.st_blocks;
	if (readable)
		printf("%s ", size_text(room * 512));
	else
		printf("%ld ", (room + 1) / 2);
}

static void print_long(const struct list *list)
{
	int links = 1, size = 1, owner = 1, group = 1, majors = 0, minors = 0;
	for (size_t i = 0; i < list->count; i++) {
		const struct stat *status = &list->entries[i].status;
		int wide = width_of(status->st_nlink);
		links = wide > links ? wide : links;
		if (S_ISCHR(status->st_mode) || S_ISBLK(status->st_mode)) {
			wide = width_of(major(status->st_rdev));
			majors = wide > majors ? wide : majors;
			wide = width_of(minor(status->st_rdev));
			minors = wide > minors ? wide : minors;
			wide = majors + 2 + minors;
		} else {
			wide = strlen(size_text(status->st_size));
		}
		size = wide > size ? wide : size;
		wide = strlen(user_name(status->st_uid));
		owner = wide > owner ? wide : owner;
		wide = strlen(group_name(status->st_gid));
		group = wide > group ? wide : group;
	}
	for (size_t i = 0; i < list->count; i++) {
		const struct entry *entry = &list->entries[i];
		const struct stat *status = &entry->status;
		const char *when = time_text(time_of(status));
		if (inodes)
			printf("%lu ", (unsigned long)status->st_ino);
		if (blocks)
			print_blocks(entry);
		printf("%s %*lu ", mode_text(status->st_mode), links, (unsigned long)status->st_nlink);
		/* Numbers stand to the right. */
		int side = numbers ? 1 : -1;
		if (!without_owner)
			printf("%*s ", side * owner, user_name(status->st_uid));
		if (!without_group)
			printf("%*s ", side * group, group_name(status->st_gid));
		if (S_ISCHR(status->st_mode) || S_ISBLK(status->st_mode))
			printf("%*u, %*u %s ", size - minors - 2, major(status->st_rdev), minors, minor(status->st_rdev), when);
		else
			printf("%*s %s ", size, size_text(status->st_size), when);
		print_name(entry);
		if (entry->target)
			printf(" -> %s", entry->target);
		putchar('\n');
	}
}

static void print_commas(const struct list *list)
{
	int column = 0;
	for (size_t i = 0; i < list->count; i++) {
		int length = strlen(shown(list->entries[i].name)) + (i + 1 < list->count ? 2 : 0);
		if (column && column + length > screen) {
			putchar('\n');
			column = 0;
		}
		print_name(&list->entries[i]);
		column += length;
		if (i + 1 < list->count)
			fputs(column + 2 < screen ? ", " : ",", stdout);
	}
	if (list->count)
		putchar('\n');
}

static void print_columns(const struct list *list)
{
	size_t widest = 1;
	for (size_t i = 0; i < list->count; i++) {
		size_t length = strlen(shown(list->entries[i].name)) + (classify || slashes);
		widest = length > widest ? length : widest;
	}
	size_t columns = one_column || inodes || blocks ? 1 : (screen + 1) / (widest + 2);
	if (columns == 0)
		columns = 1;
	size_t rows = (list->count + columns - 1) / columns;
	for (size_t row = 0; row < rows; row++) {
		size_t step = across ? 1 : rows;
		size_t start = across ? row * columns : row;
		for (size_t at = start; at < list->count && (!across || at < start + columns); at += step) {
			const struct entry *entry = &list->entries[at];
			if (inodes)
				printf("%lu ", (unsigned long)entry->status.st_ino);
			if (blocks)
				print_blocks(entry);
			print_name(entry);
			if (at + step < list->count && (!across || at + 1 < start + columns))
				printf("%*s", (int)(widest + 2 - strlen(shown(entry->name))), "");
		}
		putchar('\n');
	}
}

static void print(struct list *list)
{
	if (list->count && !unsorted)
		qsort(list->entries, list->count, sizeof *list->entries, compare);
	if (long_form)
		print_long(list);
	else if (commas)
		print_commas(list);
	else
		print_columns(list);
}

static void list_directory(const char *path, int header)
{
	static int before;
	struct list list = {NULL, 0, 0};
	DIR *directory = opendir(path);
	if (directory == NULL) {
		error(0, errno, "cannot open directory '%s'", path);
		failed = failed ? failed : 2;
		return;
	}
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		const char *name = entry->d_name;
		if (name[0] == '.' && !all && !(almost_all && strcmp(name, ".") != 0 && strcmp(name, "..") != 0))
			continue;
		if (unwanted && fnmatch(unwanted, name, FNM_PERIOD) == 0)
			continue;
		if (without_backups && name[strlen(name) - 1] == '~')
			continue;
		add(&list, path, name);
	}
	if (header)
		printf("%s%s:\n", before ? "\n" : "", path);
	before = 1;
	if (long_form || blocks) {
		long blocks = 0;
		for (size_t i = 0; i < list.count; i++)
			blocks += list.entries[i].status.st_blocks;
		if (readable)
			printf("total %s\n", size_text(blocks * 512));
		else
			printf("total %ld\n", (blocks + 1) / 2);
	}
	print(&list);
	closedir(directory);
	for (size_t i = 0; i < list.count; i++) {
		struct entry *entry = &list.entries[i];
		if (recursive && S_ISDIR(entry->status.st_mode) && strcmp(entry->name, ".") != 0 && strcmp(entry->name, "..") != 0)
			list_directory(entry->path, 1);
		free(entry->path);
	}
	free(list.entries);
}

static const struct option longs[] = {
	{"all", no_argument, NULL, 'a'}, {"almost-all", no_argument, NULL, 'A'}, {"classify", no_argument, NULL, 'F'},
	{"color", optional_argument, NULL, 0}, {"full-time", no_argument, NULL, 1}, {"sort", required_argument, NULL, 2},
	{"group-directories-first", no_argument, NULL, 3}, {"ignore", required_argument, NULL, 'I'}, {"directory", no_argument, NULL, 'd'}, {"human-readable", no_argument, NULL, 'h'},
	{"inode", no_argument, NULL, 'i'}, {"no-group", no_argument, NULL, 'G'}, {"numeric-uid-gid", no_argument, NULL, 'n'},
	{"dereference", no_argument, NULL, 'L'}, {"escape", no_argument, NULL, 'b'}, {"hide-control-chars", no_argument, NULL, 'q'},
	{"ignore-backups", no_argument, NULL, 'B'}, {"literal", no_argument, NULL, 'N'}, {"quote-name", no_argument, NULL, 'Q'},
	{"recursive", no_argument, NULL, 'R'}, {"reverse", no_argument, NULL, 'r'}, {"size", no_argument, NULL, 's'},
	{"time-style", required_argument, NULL, 'T'}, {"width", required_argument, NULL, 'w'}, {NULL, 0, NULL, 0},
};

static void sort_by(const char *word)
{
	by_size = strcmp(word, "size") == 0;
	by_time = strcmp(word, "time") == 0;
	by_version = strcmp(word, "version") == 0;
	by_ending = strcmp(word, "extension") == 0;
	unsorted = strcmp(word, "none") == 0;
	if (by_size + by_time + by_version + by_ending + unsorted == 0) {
		error(0, 0, "invalid argument '%s' for '--sort'", word);
		fputs("Valid arguments are:\n  - 'none'\n  - 'time'\n  - 'size'\n  - 'extension'\n  - 'version'\n", stderr);
		fputs("Try 'ls --help' for more information.\n", stderr);
		exit(2);
	}
}

int main(int argc, char **argv)
{
	int option;
	write_failure = 2;
	one_column = !isatty(1);
	while ((option = getopt_long(argc, argv, "1ABCI:abcdFfGghikLlmNnopQqRrSstUuvw:Xx", longs, NULL)) != -1) {
		switch (option) {
		case '1':
			one_column = 1;
			break;
		case 'B':
			without_backups = 1;
			break;
		case 'b':
		case 'Q':
		case 'q':
			quoting = option;
			break;
		case 'N':
			quoting = 0;
			break;
		case 'c':
		case 'u':
			which_time = option;
			break;
		case 'L':
			followed = 1;
			break;
		case 'm':
			commas = 1;
			one_column = 0;
			break;
		case 's':
			blocks = 1;
			break;
		case 'T':
			if (*optarg == '+')
				time_style = optarg + 1;
			else if (strcmp(optarg, "long-iso") == 0)
				time_style = "%Y-%m-%d %H:%M";
			else if (strcmp(optarg, "full-iso") == 0)
				time_style = WITH_NANOSECONDS;
			break;
		case 'v':
			by_version = 1;
			break;
		case 'w':
			screen = atoi(optarg);
			break;
		case 'X':
			by_ending = 1;
			break;
		case 'x':
			across = 1;
			one_column = 0;
			break;
		case 'C':
			one_column = 0;
			break;
		case 'A':
			almost_all = 1;
			break;
		case 'a':
			all = 1;
			break;
		case 'd':
			itself = 1;
			break;
		case 'F':
			classify = 1;
			break;
		case 'i':
			inodes = 1;
			break;
		case 'l':
			long_form = 1;
			break;
		case 0:
		case 'k':
			/* Nothing is coloured, and blocks are of 1024 bytes anyway. */
			break;
		case 1:
			long_form = 1;
			time_style = WITH_NANOSECONDS;
			break;
		case 2:
			sort_by(optarg);
			break;
		case 3:
			directories_first = 1;
			break;
		case 'I':
			unwanted = optarg;
			break;
		case 'f':
			all = unsorted = 1;
			break;
		case 'G':
			without_group = 1;
			break;
		case 'g':
			without_owner = long_form = 1;
			break;
		case 'h':
			readable = 1;
			break;
		case 'n':
			numbers = long_form = 1;
			break;
		case 'o':
			without_group = long_form = 1;
			break;
		case 'p':
			slashes = 1;
			break;
		case 'S':
			by_size = 1;
			by_time = unsorted = 0;
			break;
		case 'U':
			unsorted = 1;
			break;
		case 'R':
			recursive = 1;
			break;
		case 'r':
			reverse = 1;
			break;
		case 't':
			by_time = 1;
			by_size = unsorted = 0;
			break;
		default:
			return fputs("Try 'ls --help' for more information.\n", stderr), 2;
		}
	}
	struct list files = {NULL, 0, 0};
	struct list directories = {NULL, 0, 0};
	for (int i = optind; i < argc; i++) {
		struct stat status;
		int directory = !itself && stat(argv[i], &status) == 0 && S_ISDIR(status.st_mode);
		if (directory && long_form && lstat(argv[i], &status) == 0 && S_ISLNK(status.st_mode))
			directory = 0;
		add(directory ? &directories : &files, "", argv[i]);
	}
	if (optind == argc) {
		if (itself) {
			add(&files, "", ".");
		} else {
			list_directory(".", recursive);
			return failed;
		}
	}
	if (files.count) {
		print(&files);
		if (directories.count)
			putchar('\n');
	}
	if (directories.count)
		qsort(directories.entries, directories.count, sizeof *directories.entries, compare);
	for (size_t i = 0; i < directories.count; i++)
		list_directory(directories.entries[i].path, argc - optind > 1 || recursive);
	return failed;
}
