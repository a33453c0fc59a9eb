/* fuser: which processes have a file open. fuser [-ksv] [-SIGNAL] FILE… */
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "shared/process.h"

/* An open file, one that may be written, a root directory, a working directory, a program that runs. */
enum access { OPEN, WRITTEN, ROOT, WORKING, RUNNING };

/* Sockets that have the name of the file. */
static unsigned long sockets[64];
static int socket_count;

static void learn_sockets(const struct stat *named)
{
	char line[256], path[128];
	struct stat status;
	unsigned long inode;
	FILE *file = S_ISSOCK(named->st_mode) ? fopen("/proc/net/unix", "r") : NULL;
	socket_count = 0;
	while (file && socket_count < 64 && fgets(line, sizeof line, file)) {
		if (sscanf(line, "%*s %*x %*x %*x %*x %*x %lu %127s", &inode, path) == 2 && stat(path, &status) == 0 &&
			status.st_dev == named->st_dev && status.st_ino == named->st_ino)
			sockets[socket_count++] = inode;
	}
	if (file)
		fclose(file);
}

static int is_file(const char *path, const struct stat *file)
{
	struct stat other;
	if (stat(path, &other) == -1)
		return 0;
	for (int i = 0; i < socket_count; i++)
		if (S_ISSOCK(other.st_mode) && other.st_ino == sockets[i])
			return 1;
	return other.st_dev == file->st_dev && other.st_ino == file->st_ino;
}

/* How a process uses the file; bits of enum access. */
static int uses(const struct process *process, const struct stat *file)
{
	static const char *const links[] = {"root", "cwd", "exe"};
	char path[320];
	struct stat own;
	int found = 0;
	for (int i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "/proc/%d/%s", process->pid, links[i]);
		found |= is_file(path, file) << (ROOT + i);
	}
	snprintf(path, sizeof path, "/proc/%d/fd", process->pid);
	DIR *directory = opendir(path);
	struct dirent *entry;
	while (directory && (entry = readdir(directory)) != NULL) {
		snprintf(path, sizeof path, "/proc/%d/fd/%s", process->pid, entry->d_name);
		if (!isdigit((unsigned char)entry->d_name[0]) || !is_file(path, file))
			continue;
		found |= 1 << OPEN;
		if (lstat(path, &own) == 0 && own.st_mode & 0200)
			found |= 1 << WRITTEN;
	}
	if (directory)
		closedir(directory);
	return found;
}

static const char *owner(const struct process *process)
{
	char path[32];
	struct stat status;
	snprintf(path, sizeof path, "/proc/%d", process->pid);
	struct passwd *user = stat(path, &status) == 0 ? getpwuid(status.st_uid) : NULL;
	return user ? user->pw_name : "?";
}

static void print_access(int found, int verbose)
{
	static const char letters[] = "rce";
	if (verbose)
		fputc(found & 1 << WRITTEN ? 'F' : found & 1 << OPEN ? 'f' : '.', stderr);
	for (int i = 0; i < 3; i++) {
		if (found & 1 << (ROOT + i))
			fputc(letters[i], stderr);
		else if (verbose)
			fputc('.', stderr);
	}
	if (verbose)
		fputc('.', stderr);
}

static int number_of(const char *text)
{
	if (isdigit((unsigned char)*text))
		return atoi(text);
	for (int i = 1; i < NSIG; i++)
		if (sigabbrev_np(i) && strcmp(sigabbrev_np(i), strncmp(text, "SIG", 3) == 0 ? text + 3 : text) == 0)
			return i;
	fprintf(stderr, "%s: unknown signal; fuser -l lists signals.\n", text);
	exit(1);
}

/* 1 when somebody uses it. */
static int tell(const char *name, int verbose, int silent, int signal)
{
	struct stat file;
	char path[4096];
	int any = 0;
	if (stat(name, &file) == -1) {
		fprintf(stderr, "Specified filename %s does not exist.\n", name);
		return 0;
	}
	if (realpath(name, path) == NULL)
		snprintf(path, sizeof path, "%s", name);
	learn_sockets(&file);
	for (struct process *process = all_processes(); process->pid; process++) {
		int found = process->pid == getpid() ? 0 : uses(process, &file);
		if (found == 0)
			continue;
		if (!silent && (!any || verbose)) {
			int width = fprintf(stderr, any ? "" : "%s:", path);
			/* What is longer than its column has a line of its own. */
			if (verbose && width > 20)
				width = fprintf(stderr, "\n") - 1;
			fprintf(stderr, "%*s", width < 20 ? 20 - width : 0, "");
		}
		any = 1;
		if (!silent && verbose)
			fprintf(stderr, " %-8s ", owner(process));
		fflush(stderr);
		if (!silent) {
			printf(verbose ? "%6d" : " %5d", process->pid);
			fflush(stdout);
			if (verbose)
				fputc(' ', stderr);
			print_access(found, verbose);
			if (verbose)
				fprintf(stderr, " %s\n", process->name);
		}
		if (signal)
			kill(process->pid, signal);
	}
	if (any && !verbose && !silent)
		fputc('\n', stderr);
	return any;
}

int main(int argc, char **argv)
{
	int verbose = 0, silent = 0, killing = 0, number = SIGKILL, at = 1, any = 0;
	for (int fd = 3; fd < 1024; fd++)
		close(fd);
	for (; at < argc && argv[at][0] == '-'; at++) {
		const char *letter = argv[at] + 1;
		if (strcmp(argv[at], "--") == 0) {
			at++;
			break;
		}
		if (isupper((unsigned char)*letter) || isdigit((unsigned char)*letter)) {
			number = number_of(letter);
			continue;
		}
		for (; *letter; letter++) {
			verbose |= *letter == 'v';
			silent |= *letter == 's';
			killing |= *letter == 'k';
			if (strchr("vskau", *letter) == NULL) {
				fprintf(stderr, "fuser: Invalid option %c\n", *letter);
				return 1;
			}
		}
	}
	if (at == argc) {
		fputs("No process specification given\n", stderr);
		return 1;
	}
	if (verbose && !silent)
		fputs("                     USER        PID ACCESS COMMAND\n", stderr);
	for (; at < argc; at++)
		any |= tell(argv[at], verbose, silent, killing ? number : 0);
	return !any;
}
