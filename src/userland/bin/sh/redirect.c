/* Redirections: what a command's descriptors lead to, and putting the shell's own back afterwards. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "sh.h"

#define MOST 64
#define FIRST_FREE 10

static struct {
	int fd, copy;
} replaced[MOST];
static int level;

int redirect_level(void)
{
	return level;
}

/* The shell's own descriptors are as they were at that level. */
void undo_redirects(int to)
{
	while (level > to) {
		level--;
		if (replaced[level].copy == -1) {
			close(replaced[level].fd);
		} else {
			dup2(replaced[level].copy, replaced[level].fd);
			close(replaced[level].copy);
		}
	}
}

/* The redirections stay (exec). */
void forget_redirects(void)
{
	while (level > 0)
		if (replaced[--level].copy != -1)
			close(replaced[level].copy);
}

static void remember(int fd)
{
	if (level == MOST)
		fail("too many redirections");
	replaced[level].fd = fd;
	replaced[level].copy = fcntl(fd, F_DUPFD_CLOEXEC, FIRST_FREE);
	level++;
}

/* `set -C`: a file that is there is not written over. */
static int is_protected(const char *path)
{
	struct stat file;
	return options.noclobber && stat(path, &file) == 0 && S_ISREG(file.st_mode);
}

static int open_file(const struct redirect *redirect)
{
	const char *path = redirect->word;
	int flags = redirect->kind == FROM ? O_RDONLY : redirect->kind == BOTH ? O_RDWR | O_CREAT :
		redirect->kind == APPEND ? O_WRONLY | O_CREAT | O_APPEND : O_WRONLY | O_CREAT | O_TRUNC;
	int fd;
	if (redirect->kind == TO && is_protected(path)) {
		complain("cannot create %s: %s", path, strerror(EEXIST));
		return -1;
	}
	while ((fd = open(path, flags, 0666)) == -1 && errno == EINTR && !trap_pending())
		;
	if (fd >= 0)
		return fd;
	if (redirect->kind == FROM)
		complain("cannot open %s: %s", path, errno == ENOENT ? "No such file" : strerror(errno));
	else
		complain("cannot create %s: %s", path, errno == ENOENT ? "Directory nonexistent" : strerror(errno));
	return -1;
}

static int here_document(const struct redirect *redirect)
{
	const char *text = redirect->word;
	size_t length = strlen(text);
	int ends[2];
	if (pipe(ends) == -1)
		fail("Pipe call failed");
	if (length <= 4096) {
		(void)!write(ends[1], text, length);
	} else if (fork_for(NULL, 1) == 0) {
		close(ends[0]);
		(void)!write(ends[1], text, length);
		_exit(0);
	}
	close(ends[1]);
	return ends[0];
}

static int copy(const struct redirect *redirect)
{
	if (*redirect->word == '-') {
		close(redirect->fd);
		return 0;
	}
	int from = *redirect->word - '0';
	if (from != redirect->fd && dup2(from, redirect->fd) == -1) {
		complain("%d: %s", from, strerror(errno));
		return -1;
	}
	return 0;
}

/* The words of redirections, before redirect. */
void expand_redirects(struct redirect *redirect)
{
	for (; redirect; redirect = redirect->next) {
		if (redirect->kind == HERE)
			redirect->word = redirect->literal ? redirect->text : expand_here(redirect->text);
		else
			redirect->word = expand_text(redirect->text);
		const char *word = redirect->word;
		if (redirect->kind == COPY && (*word == 0 || !strchr("0123456789-", *word) || word[1]))
			fail("Syntax error: Bad fd number");
	}
}

/* What was descriptor 2 at that level. */
int former_error_output(int from)
{
	for (int i = from; i < level; i++)
		if (replaced[i].fd == 2)
			return replaced[i].copy;
	return 2;
}

/* 0, or -1 after a complaint. */
int redirect(const struct redirect *redirect, int keep_old)
{
	for (; redirect; redirect = redirect->next) {
		int fd = -1;
		if (redirect->kind == HERE)
			fd = here_document(redirect);
		else if (redirect->kind != COPY && (fd = open_file(redirect)) == -1)
			return -1;
		if (keep_old)
			remember(redirect->fd);
		if (redirect->kind == COPY) {
			if (copy(redirect) == -1)
				return -1;
		} else if (fd != redirect->fd) {
			dup2(fd, redirect->fd);
			close(fd);
		}
	}
	return 0;
}
