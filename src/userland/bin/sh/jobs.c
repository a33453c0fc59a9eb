/* Jobs: the processes that the shell has started, what became of them, and who has the terminal. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include "sh.h"

/* Newest first: the first is the current job, `%+`. */
struct job *jobs;
pid_t last_background;
int job_control;
int warned;
int terminal = -1;

static void say(int fd, const char *text)
{
	(void)!write(fd, text, strlen(text));
}

static int is_used(int number)
{
	for (struct job *job = jobs; job; job = job->next)
		if (job->number == number)
			return 1;
	return 0;
}

struct job *new_job(const struct node *node)
{
	for (struct job *old = jobs; old && !job_control; old = old->next) {
		if (old->waited && job_state(old) == ENDED) {
			drop_job(old);
			break;
		}
	}
	struct job *job = calloc(1, sizeof *job);
	if (job == NULL)
		fail("Out of space");
	job->number = 1;
	while (is_used(job->number))
		job->number++;
	job->text = job_control ? command_text(node) : calloc(1, 1);
	job->controlled = job_control;
	job->next = jobs;
	jobs = job;
	return job;
}

void drop_job(struct job *job)
{
	for (struct job **place = &jobs; *place; place = &(*place)->next) {
		if (*place != job)
			continue;
		*place = job->next;
		free(job->text);
		free(job);
		return;
	}
}

/* In a child: these are not its children. */
void forget_jobs(void)
{
	while (jobs)
		drop_job(jobs);
}

/* fork(2) for one process of a job; NULL for one that belongs to the shell itself. */
pid_t fork_for(struct job *job, int background)
{
	pid_t pid = fork();
	if (pid == -1)
		fail("Cannot fork");
	if (pid == 0) {
		int controlled = job && job->controlled;
		if (controlled) {
			pid_t group = job->group ? job->group : getpid();
			setpgid(0, group);
			if (!background)
				tcsetpgrp(terminal, group);
		}
		clear_traps();
		default_signals(background && !controlled);
		/* A key that came while the shell still had the terminal was meant for this. */
		if (interrupted && options.interactive && !background)
			raise(SIGINT);
		job_control = 0;
		options.monitor = 0;
		options.interactive = 0;
		on_error = NULL;
		prompt = 0;
		forget_jobs();
		return 0;
	}
	if (job == NULL)
		return pid;
	if (job->controlled) {
		if (job->group == 0)
			job->group = pid;
		setpgid(pid, job->group);
		if (!background)
			tcsetpgrp(terminal, job->group);
	}
	if (job->count < MOST_PROCESSES)
		job->processes[job->count++].pid = pid;
	job->foreground = !background;
	if (background)
		last_background = pid;
	return pid;
}

int job_state(const struct job *job)
{
	int state = ENDED;
	for (int i = 0; i < job->count; i++) {
		if (job->processes[i].state == RUNNING)
			return RUNNING;
		if (job->processes[i].state == STOPPED)
			state = STOPPED;
	}
	return state;
}

static int code_of(int status)
{
	if (WIFEXITED(status))
		return WEXITSTATUS(status);
	return 128 + (WIFSTOPPED(status) ? WSTOPSIG(status) : WTERMSIG(status));
}

int job_status(const struct job *job)
{
	return code_of(job->processes[job->count - 1].status);
}

static int note(struct job *job, pid_t pid, int status)
{
	for (int i = 0; i < job->count; i++) {
		struct process *process = &job->processes[i];
		if (process->pid != pid || process->state == ENDED)
			continue;
		int before = job_state(job);
		process->status = status;
		process->state = WIFSTOPPED(status) ? STOPPED : WIFCONTINUED(status) ? RUNNING : ENDED;
		if (job_state(job) != before)
			job->changed = 1;
		return 1;
	}
	return 0;
}

/* Waits for one change, or only looks. Its pid, 0 for none, -1 for an interruption or no children. */
static pid_t reap_one(int block, struct job *own)
{
	int changed;
	int flags = (job_control ? WUNTRACED : 0) | (block ? 0 : WNOHANG);
	pid_t pid = waitpid(-1, &changed, flags);
	if (pid <= 0)
		return pid;
	if (own && note(own, pid, changed)) {
		int signal = WIFSIGNALED(changed) ? WTERMSIG(changed) : 0;
		if (signal && signal != SIGINT && signal != SIGPIPE) {
			say(2, strsignal(signal));
			say(2, "\n");
		}
		return pid;
	}
	for (struct job *job = jobs; job; job = job->next)
		if (note(job, pid, changed))
			break;
	return pid;
}

/* The same for the shell's commands; what a signal did to `own` is told. */
int reap(int block, struct job *own)
{
	return reap_one(block, own);
}

/* Until it has ended or, with job control, stopped. Its status. */
int wait_for_job(struct job *job)
{
	while (job_state(job) == RUNNING) {
		if (interrupted && options.interactive && job->controlled) {
			interrupted = 0;
			kill(-job->group, SIGINT);
		}
		if (reap_one(1, job) == -1 && errno != EINTR)
			break;
	}
	if (job->controlled) {
		tcsetpgrp(terminal, getpgrp());
		int signal = job_status(job) - 128;
		if (signal == SIGINT && job_state(job) == ENDED && options.interactive) {
			/* As if the key had been the shell's own: back to the prompt. */
			job->changed = 0;
			job->foreground = 1;
			interrupted = 1;
			fail("%s", "");
		}
	}
	return job_status(job);
}

static void pad(int fd, const char *text, size_t width)
{
	say(fd, text);
	for (size_t length = strlen(text); length < width; length++)
		say(fd, " ");
}

static const char *state_text(const struct job *job, char *room, size_t size)
{
	int status = job->processes[job->count - 1].status;
	switch (job_state(job)) {
	case RUNNING:
		return "Running";
	case STOPPED:
		for (int i = 0; i < job->count; i++)
			if (job->processes[i].state == STOPPED)
				status = job->processes[i].status;
		return strsignal(WSTOPSIG(status));
	default:
		if (WIFSIGNALED(status))
			return strsignal(WTERMSIG(status));
		if (WEXITSTATUS(status) == 0)
			return "Done";
		snprintf(room, size, "Done(%d)", WEXITSTATUS(status));
		return room;
	}
}

static int turn(const struct job *job)
{
	return job == jobs ? '+' : jobs && job == jobs->next ? '-' : ' ';
}

/* `form` 'l' adds the pid, 'p' prints nothing else. */
void print_job(struct job *job, int fd, int form)
{
	char line[64];
	char room[32];
	if (form == 'p') {
		snprintf(line, sizeof line, "%d\n", (int)job->processes[0].pid);
		say(fd, line);
		return;
	}
	snprintf(line, sizeof line, "[%d] %c ", job->number, turn(job));
	if (form == 'l')
		snprintf(line + strlen(line), sizeof line - strlen(line), "%d ", (int)job->processes[0].pid);
	size_t width = 33 - strlen(line);
	say(fd, line);
	pad(fd, state_text(job, room, sizeof room), width);
	say(fd, job->text);
	say(fd, "\n");
	job->changed = 0;
}

/* Tells of jobs that have changed, or of all; forgets those that have ended. */
void report_jobs(int all, int fd)
{
	struct job *job = jobs;
	while (reap_one(0, NULL) > 0)
		;
	while (job) {
		struct job *next = job->next;
		if ((all || (job->changed && options.interactive)) && !(job->foreground && job_state(job) == RUNNING))
			print_job(job, fd, all > 1 ? all : 0);
		if (job_state(job) == ENDED && (all || options.interactive))
			drop_job(job);
		job = next;
	}
}

struct job *find_job(const char *name)
{
	struct job *job = jobs;
	if (name == NULL || strcmp(name, "%%") == 0 || strcmp(name, "%+") == 0 || strcmp(name, "%") == 0) {
		if (job == NULL)
			fail("No current job");
		return job;
	}
	if (strcmp(name, "%-") == 0) {
		job = job ? job->next : NULL;
	} else if (*name == '%' && name[1] >= '0' && name[1] <= '9') {
		while (job && job->number != atoi(name + 1))
			job = job->next;
	} else if (*name == '%') {
		size_t length = strlen(name + 1);
		while (job && (name[1] == '?' ? strstr(job->text, name + 2) == NULL :
			strncmp(job->text, name + 1, length) != 0))
			job = job->next;
	} else {
		pid_t pid = number_of(name);
		while (job && job->processes[job->count - 1].pid != pid)
			job = job->next;
		return job;
	}
	if (job == NULL)
		fail("No such job: %s", name);
	return job;
}

void continue_job(struct job *job, int foreground)
{
	for (int i = 0; i < job->count; i++)
		if (job->processes[i].state == STOPPED)
			job->processes[i].state = RUNNING;
	job->foreground = foreground;
	job->changed = 0;
	if (foreground && job->controlled)
		tcsetpgrp(terminal, job->group);
	kill(job->controlled ? -job->group : job->processes[0].pid, SIGCONT);
}

/* The shell leads a group of its own, in the foreground of its terminal. */
void start_job_control(void)
{
	if (job_control)
		return;
	if (terminal == -1) {
		int fd = open("/dev/tty", O_RDWR);
		for (int other = 2; fd == -1 && other >= 0; other--)
			if (isatty(other))
				fd = dup(other);
		if (fd != -1) {
			terminal = fcntl(fd, F_DUPFD_CLOEXEC, 10);
			close(fd);
		}
	}
	if (terminal == -1 || tcgetpgrp(terminal) == -1) {
		complain("can't access tty; job control turned off");
		options.monitor = 0;
		return;
	}
	while (tcgetpgrp(terminal) != getpgrp())
		kill(0, SIGTTIN);
	signal(SIGTSTP, SIG_IGN);
	signal(SIGTTOU, SIG_IGN);
	signal(SIGTTIN, SIG_IGN);
	setpgid(0, getpid());
	tcsetpgrp(terminal, getpgrp());
	job_control = 1;
}
