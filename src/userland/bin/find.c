/* find: files of a tree. find [PATH…] [EXPRESSION] */
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <fnmatch.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "shared/shared.h"

/* A file that is looked at. */
struct found {
	const char *path, *name;
	struct stat status;
};

/* A part of the expression: what it asks, of what, and the parts below. */
struct part {
	int (*holds)(const struct part *part, const struct found *found);
	const struct part *left, *right;
	const char *text;
	char **command;
	long number;
	int sign;
	/* The paths that -exec … + has gathered. */
	char **gathered;
	int count;
};

#define GATHERED 500

static long shallowest, deepest = -1;
static int failed, acts, from_below, pruned;
static time_t now;

static char letter_of(mode_t mode)
{
	return S_ISDIR(mode) ? 'd' : S_ISLNK(mode) ? 'l' : S_ISFIFO(mode) ? 'p' : S_ISSOCK(mode) ? 's' : S_ISCHR(mode) ? 'c' :
		S_ISBLK(mode) ? 'b' : 'f';
}

static int both(const struct part *part, const struct found *found)
{
	return part->left->holds(part->left, found) && part->right->holds(part->right, found);
}

static int either(const struct part *part, const struct found *found)
{
	return part->left->holds(part->left, found) || part->right->holds(part->right, found);
}

static int not(const struct part *part, const struct found *found)
{
	return !part->left->holds(part->left, found);
}

static int always(const struct part *part, const struct found *found)
{
	(void)found;
	return part->number;
}

static int has_name(const struct part *part, const struct found *found)
{
	return fnmatch(part->text, found->name, part->number) == 0;
}

static int has_path(const struct part *part, const struct found *found)
{
	return fnmatch(part->text, found->path, part->number) == 0;
}

static int has_type(const struct part *part, const struct found *found)
{
	return strchr(part->text, letter_of(found->status.st_mode)) != NULL;
}

/* Less, equal or more, as the number was written: -5, 5, +5. */
static int compares(const struct part *part, long value)
{
	return part->sign < 0 ? value < part->number : part->sign > 0 ? value > part->number : value == part->number;
}

static int has_size(const struct part *part, const struct found *found)
{
	long unit = part->text[0] == 'c' ? 1 : part->text[0] == 'w' ? 2 : part->text[0] == 'k' ? 1024 : part->text[0] == 'M' ? 1048576 : 512;
	return compares(part, (found->status.st_size + unit - 1) / unit);
}

static int has_links(const struct part *part, const struct found *found)
{
	return compares(part, found->status.st_nlink);
}

static int has_inode(const struct part *part, const struct found *found)
{
	return compares(part, found->status.st_ino);
}

static int changed_days_ago(const struct part *part, const struct found *found)
{
	return compares(part, (now - found->status.st_mtime) / 86400);
}

static int changed_minutes_ago(const struct part *part, const struct found *found)
{
	long seconds = now - found->status.st_mtime;
	return part->sign < 0 ? seconds < part->number * 60 : part->sign > 0 ? seconds > part->number * 60 : (seconds + 59) / 60 == part->number;
}

static int is_newer(const struct part *part, const struct found *found)
{
	struct stat other;
	if (stat(part->text, &other) == -1)
		return 0;
	if (found->status.st_mtim.tv_sec != other.st_mtim.tv_sec)
		return found->status.st_mtim.tv_sec > other.st_mtim.tv_sec;
	return found->status.st_mtim.tv_nsec > other.st_mtim.tv_nsec;
}

static int has_mode(const struct part *part, const struct found *found)
{
	mode_t mode = found->status.st_mode & 07777;
	return part->sign < 0 ? (mode & part->number) == part->number : part->sign > 0 ? !part->number || mode & part->number :
		mode == (mode_t)part->number;
}

static int has_owner(const struct part *part, const struct found *found)
{
	return found->status.st_uid == (uid_t)part->number;
}

static int is_empty(const struct part *part, const struct found *found)
{
	(void)part;
	if (!S_ISDIR(found->status.st_mode))
		return S_ISREG(found->status.st_mode) && found->status.st_size == 0;
	DIR *directory = opendir(found->path);
	int entries = 0;
	while (directory && readdir(directory) != NULL)
		entries++;
	if (directory)
		closedir(directory);
	return directory && entries <= 2;
}

static int print(const struct part *part, const struct found *found)
{
	fputs(found->path, stdout);
	putchar(part->number);
	return 1;
}

static int prune(const struct part *part, const struct found *found)
{
	(void)part;
	(void)found;
	pruned = 1;
	return 1;
}

static int delete(const struct part *part, const struct found *found)
{
	(void)part;
	if (strcmp(found->path, ".") == 0)
		return 1;
	if ((S_ISDIR(found->status.st_mode) ? rmdir : unlink)(found->path) == 0)
		return 1;
	error(0, errno, "cannot delete '%s'", found->path);
	failed = 1;
	return 0;
}

static int quit(const struct part *part, const struct found *found)
{
	(void)part;
	(void)found;
	exit(failed);
}

static int run(char **command)
{
	int status;
	fflush(stdout);
	pid_t pid = fork();
	if (pid == -1)
		error(1, errno, "cannot fork");
	if (pid == 0) {
		execvp(command[0], command);
		error(0, errno, "'%s'", command[0]);
		_exit(1);
	}
	waitpid(pid, &status, 0);
	return status == 0;
}

/* Every {} in a word becomes the path. */
static char *with_path(const char *word, const char *path)
{
	size_t places = 0;
	for (const char *at = word; (at = strstr(at, "{}")) != NULL; at += 2)
		places++;
	char *made = malloc(strlen(word) + places * strlen(path) + 1), *to = made;
	while (*word) {
		if (strncmp(word, "{}", 2) == 0) {
			to = stpcpy(to, path);
			word += 2;
		} else {
			*to++ = *word++;
		}
	}
	*to = 0;
	return made;
}

static int execute(const struct part *part, const struct found *found)
{
	int count = 0;
	while (part->command[count])
		count++;
	char *words[count + 1];
	for (int i = 0; i < count; i++)
		words[i] = with_path(part->command[i], found->path);
	words[count] = NULL;
	int good = run(words);
	for (int i = 0; i < count; i++)
		free(words[i]);
	return good;
}

/* -exec … {} +: with all that was gathered. */
static void execute_gathered(struct part *part)
{
	int count = 0;
	while (part->command[count])
		count++;
	char *words[count + part->count + 1];
	memcpy(words, part->command, count * sizeof *words);
	memcpy(words + count, part->gathered, part->count * sizeof *words);
	words[count + part->count] = NULL;
	if (part->count > 0 && !run(words))
		failed = 1;
	while (part->count > 0)
		free(part->gathered[--part->count]);
}

static int gather(const struct part *part, const struct found *found)
{
	struct part *own = (struct part *)part;
	own->gathered[own->count++] = strdup(found->path);
	if (own->count == GATHERED)
		execute_gathered(own);
	return 1;
}

static char **at;
static struct part *gathering[16];
static int gathering_count;

static struct part *new_part(int (*holds)(const struct part *part, const struct found *found))
{
	struct part *part = calloc(1, sizeof *part);
	if (part == NULL)
		error(1, errno, "memory exhausted");
	part->holds = holds;
	part->text = "";
	return part;
}

static char *argument(const char *of)
{
	if (*at == NULL)
		error(1, 0, "missing argument to `%s'", of);
	return *at++;
}

/* 5, +5, -5, and with a letter behind where `letters` has it. */
static void read_number(struct part *part, const char *of, const char *letters)
{
	const char *text = argument(of);
	char *end;
	part->sign = *text == '+' ? 1 : *text == '-' ? -1 : 0;
	const char *digits = text + (part->sign != 0);
	part->number = strtol(digits, &end, 10);
	part->text = end;
	if (!isdigit((unsigned char)*digits) || (*end && (!strchr(letters, *end) || end[1])))
		error(1, 0, strcmp(of, "-size") == 0 ? "invalid -size type `%s'" : "invalid argument `%s' to `%s'", text, of);
}

static struct part *read_command(const char *of)
{
	struct part *part = new_part(execute);
	part->command = at;
	acts = 1;
	while (*at && strcmp(*at, ";") != 0 && !(strcmp(*at, "+") == 0 && at > part->command && strcmp(at[-1], "{}") == 0))
		at++;
	if (*at == NULL)
		error(1, 0, "missing argument to `%s'", of);
	if (at == part->command)
		error(1, 0, "invalid argument `;' to `%s'", of);
	if (strcmp(*at, "+") == 0) {
		part->holds = gather;
		part->gathered = calloc(GATHERED, sizeof *part->gathered);
		at[-1] = NULL;
		if (gathering_count < 16)
			gathering[gathering_count++] = part;
	}
	*at++ = NULL;
	return part;
}

static struct part *read_mode(const char *of)
{
	struct part *part = new_part(has_mode);
	const char *text = argument(of);
	char *end;
	part->sign = *text == '-' ? -1 : *text == '/' ? 1 : 0;
	part->number = strtol(text + (part->sign != 0), &end, 8);
	if (end == text + (part->sign != 0) || *end)
		error(1, 0, "invalid mode '%s'", text);
	return part;
}

static struct part *read_owner(const char *of)
{
	struct part *part = new_part(has_owner);
	const char *text = argument(of);
	const struct passwd *user = getpwnam(text);
	char *end;
	part->number = user ? (long)user->pw_uid : strtol(text, &end, 10);
	if (user == NULL && (*text == 0 || *end))
		error(1, 0, "'%s' is not the name of a known user", text);
	return part;
}

static struct part *read_type(const char *of)
{
	struct part *part = new_part(has_type);
	part->text = argument(of);
	if (part->text[0] == 0 || strspn(part->text, "fdlpscb,") != strlen(part->text))
		error(1, 0, "Unknown argument to %s: %c", of, part->text[0]);
	return part;
}

static struct part *read_text(int (*holds)(const struct part *part, const struct found *found), const char *of, int flags)
{
	struct part *part = new_part(holds);
	part->text = argument(of);
	part->number = flags;
	return part;
}

static struct part *read_action(int (*holds)(const struct part *part, const struct found *found), int number)
{
	struct part *part = new_part(holds);
	part->number = number;
	acts = 1;
	return part;
}

static struct part *read_compared(int (*holds)(const struct part *part, const struct found *found), const char *of, const char *letters)
{
	struct part *part = new_part(holds);
	read_number(part, of, letters);
	return part;
}

static struct part *read_depth(long *depth, const char *of)
{
	const char *text = argument(of);
	struct part *part = new_part(always);
	if (*text == 0 || strspn(text, "0123456789") != strlen(text))
		error(1, 0, "Expected a positive decimal integer argument to %s, but got '%s'", of, text);
	*depth = atol(text);
	part->number = 1;
	return part;
}

static struct part *read_other(void)
{
	struct part *part = new_part(is_newer);
	struct stat status;
	part->text = argument("-newer");
	if (stat(part->text, &status) == -1)
		error(1, errno, "'%s'", part->text);
	return part;
}

static struct part *read_whole(void);

static struct part *read_one(void)
{
	char *word = *at++;
	struct part *part;
	if (strcmp(word, "(") == 0) {
		part = read_whole();
		if (*at == NULL || strcmp(*at, ")") != 0)
			error(1, 0, "invalid expression; I was expecting to find a ')' somewhere but did not see one.");
		at++;
		return part;
	}
	if (strcmp(word, "!") == 0 || strcmp(word, "-not") == 0) {
		if (*at == NULL)
			error(1, 0, "expected an expression after '%s'", word);
		part = new_part(not);
		part->left = read_one();
		return part;
	}
	if (strcmp(word, "-name") == 0)
		return read_text(has_name, word, 0);
	if (strcmp(word, "-iname") == 0)
		return read_text(has_name, word, FNM_CASEFOLD);
	if (strcmp(word, "-path") == 0 || strcmp(word, "-wholename") == 0)
		return read_text(has_path, word, 0);
	if (strcmp(word, "-ipath") == 0)
		return read_text(has_path, word, FNM_CASEFOLD);
	if (strcmp(word, "-type") == 0)
		return read_type(word);
	if (strcmp(word, "-size") == 0)
		return read_compared(has_size, word, "bckwM");
	if (strcmp(word, "-links") == 0)
		return read_compared(has_links, word, "");
	if (strcmp(word, "-inum") == 0)
		return read_compared(has_inode, word, "");
	if (strcmp(word, "-mtime") == 0)
		return read_compared(changed_days_ago, word, "");
	if (strcmp(word, "-mmin") == 0)
		return read_compared(changed_minutes_ago, word, "");
	if (strcmp(word, "-newer") == 0)
		return read_other();
	if (strcmp(word, "-perm") == 0)
		return read_mode(word);
	if (strcmp(word, "-user") == 0 || strcmp(word, "-uid") == 0)
		return read_owner(word);
	if (strcmp(word, "-empty") == 0)
		return new_part(is_empty);
	if (strcmp(word, "-true") == 0 || strcmp(word, "-false") == 0) {
		part = new_part(always);
		part->number = word[1] == 't';
		return part;
	}
	if (strcmp(word, "-maxdepth") == 0)
		return read_depth(&deepest, word);
	if (strcmp(word, "-mindepth") == 0)
		return read_depth(&shallowest, word);
	if (strcmp(word, "-depth") == 0) {
		from_below = 1;
		part = new_part(always);
		part->number = 1;
		return part;
	}
	if (strcmp(word, "-prune") == 0)
		return new_part(prune);
	if (strcmp(word, "-print") == 0)
		return read_action(print, '\n');
	if (strcmp(word, "-print0") == 0)
		return read_action(print, 0);
	if (strcmp(word, "-quit") == 0)
		return read_action(quit, 0);
	if (strcmp(word, "-delete") == 0) {
		from_below = 1;
		return read_action(delete, 0);
	}
	if (strcmp(word, "-exec") == 0)
		return read_command(word);
	if (word[0] == '-')
		error(1, 0, "unknown predicate `%s'", word);
	error(1, 0, "paths must precede expression: `%s'", word);
	return NULL;
}

static struct part *join(int (*holds)(const struct part *part, const struct found *found), struct part *left, struct part *right)
{
	struct part *part = new_part(holds);
	part->left = left;
	part->right = right;
	return part;
}

static int is_or(const char *word)
{
	return strcmp(word, "-o") == 0 || strcmp(word, "-or") == 0;
}

static struct part *read_all(void)
{
	struct part *part = read_one();
	while (*at && !is_or(*at) && strcmp(*at, ")") != 0) {
		if (strcmp(*at, "-a") == 0 || strcmp(*at, "-and") == 0) {
			const char *word = *at++;
			if (*at == NULL)
				error(1, 0, "expected an expression after '%s'", word);
		}
		part = join(both, part, read_one());
	}
	return part;
}

static struct part *read_whole(void)
{
	if (*at == NULL || is_or(*at))
		error(1, 0, "invalid expression; you have used a binary operator '%s' with nothing before it.", *at ? *at : "");
	struct part *part = read_all();
	while (*at && is_or(*at)) {
		const char *word = *at++;
		if (*at == NULL)
			error(1, 0, "expected an expression after '%s'", word);
		part = join(either, part, read_all());
	}
	return part;
}

static void visit(const struct part *part, const char *path, const char *name, long depth)
{
	struct found found = {path, name, {0}};
	if (lstat(path, &found.status) == -1) {
		fflush(stdout);
		error(0, errno, "'%s'", path);
		failed = 1;
		return;
	}
	int asked = depth >= shallowest;
	pruned = 0;
	if (asked && !from_below)
		part->holds(part, &found);
	if (S_ISDIR(found.status.st_mode) && depth != deepest && !pruned) {
		DIR *directory = opendir(path);
		if (directory == NULL) {
			fflush(stdout);
			error(0, errno, "'%s'", path);
			failed = 1;
			return;
		}
		for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
			if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
				continue;
			char *below = malloc(strlen(path) + strlen(entry->d_name) + 2);
			sprintf(below, "%s%s%s", path, path[strlen(path) - 1] == '/' ? "" : "/", entry->d_name);
			visit(part, below, below + strlen(below) - strlen(entry->d_name), depth + 1);
			free(below);
		}
		closedir(directory);
	}
	if (asked && from_below)
		part->holds(part, &found);
}

static int begins_expression(const char *word)
{
	return (word[0] == '-' && word[1]) || strcmp(word, "(") == 0 || strcmp(word, "!") == 0;
}

int main(int argc, char **argv)
{
	int paths = 1;
	while (paths < argc && !begins_expression(argv[paths]))
		paths++;
	at = argv + paths;
	now = time(NULL);
	struct part *part = NULL, *shown = new_part(print);
	shown->number = '\n';
	if (*at)
		part = read_whole();
	if (*at)
		error(1, 0, "you have too many ')'");
	part = part == NULL ? shown : acts ? part : join(both, part, shown);
	if (paths == 1)
		visit(part, ".", ".", 0);
	for (int i = 1; i < paths; i++) {
		const char *slash = strrchr(argv[i], '/');
		visit(part, argv[i], slash && slash[1] ? slash + 1 : argv[i], 0);
	}
	for (int i = 0; i < gathering_count; i++)
		execute_gathered(gathering[i]);
	return failed;
}
