/* Processes, signals and time: what the library asks on the way to them. */
#include "case.h"
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>

extern char **environ;
static char *const shell[] = {"sh", "-c", ":", NULL};
static void handler(int signal) { (void)signal; }

CASE(fork_and_wait) { begin(); if (fork() == 0) _exit(3); wait(NULL); }
CASE(fork_and_waitpid) { int status; begin(); pid_t pid = fork(); if (pid == 0) _exit(3); waitpid(pid, &status, 0); }
CASE(fork_and_waitid) { siginfo_t info; begin(); pid_t pid = fork(); if (pid == 0) _exit(3); waitid(P_PID, pid, &info, WEXITED); }
CASE(wait3_and_wait4) { struct rusage usage; int status; begin(); if (fork() == 0) _exit(3); wait3(&status, 0, &usage); wait4(-1, &status, WNOHANG, NULL); }
CASE(wait_for_nobody) { begin(); wait(NULL); waitpid(-1, NULL, WNOHANG); }
CASE(fork_with_full_buffer) { begin(); printf("a"); if (fork() == 0) exit(0); wait(NULL); }
CASE(fork_with_full_buffer_quick_exit) { begin(); printf("a"); if (fork() == 0) _exit(0); wait(NULL); }
CASE(fork_with_input) { file_at(0, 30); begin(); getchar(); if (fork() == 0) exit(0); wait(NULL); getchar(); }
CASE(fork_with_input_read) { file_at(0, 30); begin(); getchar(); if (fork() == 0) { getchar(); exit(0); } wait(NULL); getchar(); }
CASE(vfork_and_exit) { begin(); if (vfork() == 0) _exit(3); wait(NULL); }
CASE(system_true) { begin(); system(":"); }
CASE(system_null) { begin(); system(NULL); }
CASE(system_after_printf) { begin(); printf("a"); system(":"); }
CASE(popen_read) { begin(); FILE *f = popen("echo a", "r"); fgets(line, 100, f); pclose(f); }
CASE(popen_write) { begin(); FILE *f = popen("cat > /dev/null", "w"); fprintf(f, "a\n"); pclose(f); }
CASE(popen_wrong) { begin(); popen("a", "x"); }
CASE(popen_close_on_exec) { begin(); FILE *f = popen(":", "re"); pclose(f); }
CASE(popen_twice) { begin(); FILE *f = popen("cat > /dev/null", "w"), *g = popen("cat > /dev/null", "w"); pclose(g); pclose(f); }
CASE(pclose_wrong) { begin(); pclose(stdin); }
CASE(spawn_plain) { pid_t pid; begin(); posix_spawn(&pid, "/bin/sh", NULL, NULL, shell, environ); waitpid(pid, NULL, 0); }
CASE(spawn_missing) { pid_t pid; begin(); posix_spawn(&pid, "/none", NULL, NULL, shell, environ); }
CASE(spawn_along_path) { pid_t pid; setenv("PATH", "/none:/bin", 1); begin(); posix_spawnp(&pid, "sh", NULL, NULL, shell, environ); waitpid(pid, NULL, 0); }
CASE(spawn_with_actions)
{
	pid_t pid;
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, 1, 2);
	posix_spawn_file_actions_addclose(&actions, 0);
	begin();
	posix_spawn(&pid, "/bin/sh", &actions, NULL, shell, environ);
	waitpid(pid, NULL, 0);
}
CASE(exec_along_path) { setenv("PATH", "/none:/dev/null:/bin", 1); begin(); execlp("sh", "sh", "-c", ":", NULL); }
CASE(exec_nowhere) { setenv("PATH", "/none:/bin", 1); begin(); execlp("no-such", "no-such", NULL); }
CASE(exec_without_path) { unsetenv("PATH"); begin(); execlp("no-such", "no-such", NULL); }
CASE(exec_with_slash) { begin(); execlp("./none", "none", NULL); execv("/none", shell); }
CASE(exec_script) { int fd = open("script", O_WRONLY | O_CREAT, 0755); write(fd, ":\n", 2); close(fd); begin(); execlp("./script", "script", NULL); }
CASE(exec_of_descriptor) { begin(); fexecve(77, shell, environ); }
CASE(abort_plain) { begin(); abort(); }
CASE(abort_with_output) { begin(); printf("a"); abort(); }
CASE(abort_caught) { signal(SIGABRT, handler); begin(); abort(); }
CASE(abort_ignored) { signal(SIGABRT, SIG_IGN); begin(); abort(); }
CASE(abort_blocked) { sigset_t set; sigemptyset(&set); sigaddset(&set, SIGABRT); sigprocmask(SIG_BLOCK, &set, NULL); begin(); abort(); }
CASE(raise_ignored) { signal(SIGUSR1, SIG_IGN); begin(); raise(SIGUSR1); }
CASE(raise_caught) { signal(SIGUSR1, handler); begin(); raise(SIGUSR1); }
CASE(raise_deadly) { begin(); raise(SIGTERM); }
CASE(raise_sigkill) { begin(); raise(SIGKILL); }
CASE(kill_of_itself) { pid_t own = getpid(); begin(); kill(own, SIGKILL); }
CASE(kill_self) { signal(SIGUSR1, handler); begin(); kill(getpid(), SIGUSR1); killpg(getpgrp(), 0); }
CASE(signal_all) { begin(); signal(SIGINT, handler); signal(SIGINT, SIG_IGN); signal(SIGINT, SIG_DFL); signal(99, handler); signal(SIGKILL, handler); }
CASE(sigaction_flags) { struct sigaction action = {0}, old; action.sa_handler = handler; action.sa_flags = SA_RESTART | SA_NODEFER; sigaddset(&action.sa_mask, SIGTERM); begin(); sigaction(SIGINT, &action, &old); sigaction(SIGINT, NULL, &old); }
CASE(sigsets) { sigset_t set; begin(); sigfillset(&set); sigdelset(&set, SIGINT); sigprocmask(SIG_SETMASK, &set, NULL); sigpending(&set); sigprocmask(SIG_UNBLOCK, NULL, &set); }
CASE(siginterrupt_used) { begin(); signal(SIGINT, handler); siginterrupt(SIGINT, 1); }
CASE(sigset_used) { begin(); sigset(SIGINT, handler); sighold(SIGINT); sigrelse(SIGINT); sigignore(SIGINT); }
CASE(sigwait_used) { int got; sigset_t set; sigemptyset(&set); sigaddset(&set, SIGUSR1); sigprocmask(SIG_BLOCK, &set, NULL); raise(SIGUSR1); begin(); sigwait(&set, &got); }
CASE(sigtimedwait_used) { struct timespec now = {0, 0}; sigset_t set; sigemptyset(&set); sigaddset(&set, SIGUSR1); begin(); sigtimedwait(&set, NULL, &now); }
CASE(sigqueue_self) { union sigval value = {.sival_int = 7}; signal(SIGUSR1, handler); begin(); sigqueue(getpid(), SIGUSR1, value); }
CASE(pause_alarm) { signal(SIGALRM, handler); begin(); alarm(1); pause(); }
CASE(alarm_twice) { begin(); alarm(10); alarm(0); }
CASE(ualarm_used) { begin(); ualarm(900000, 0); }
CASE(setitimer_used) { struct itimerval timer = {{0, 0}, {5, 500}}; begin(); setitimer(ITIMER_REAL, &timer, NULL); }
CASE(sleep_zero) { begin(); sleep(0); }
CASE(usleep_some) { begin(); usleep(1); usleep(1500); }
CASE(nanosleep_some) { struct timespec time = {0, 1}, left; begin(); nanosleep(&time, NULL); time.tv_nsec = 1234; nanosleep(&time, &left); }
CASE(nanosleep_wrong) { struct timespec time = {0, 1000000000}; begin(); nanosleep(&time, NULL); time.tv_sec = -1; time.tv_nsec = 0; nanosleep(&time, NULL); }
CASE(clock_nanosleep_some) { struct timespec time = {0, 1500}; begin(); clock_nanosleep(CLOCK_MONOTONIC, 0, &time, NULL); clock_nanosleep(CLOCK_REALTIME, 0, &time, &time); }
CASE(clock_nanosleep_until) { struct timespec time = {5, 7}; begin(); clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &time, NULL); }
CASE(clock_nanosleep_wrong) { struct timespec time = {0, -1}; begin(); clock_nanosleep(CLOCK_REALTIME, 0, &time, NULL); clock_nanosleep(CLOCK_THREAD_CPUTIME_ID, 0, &time, NULL); clock_nanosleep(77, 0, &time, NULL); }
CASE(select_sleeps) { struct timeval time = {0, 1000}; begin(); select(0, NULL, NULL, NULL, &time); }
CASE(times_of_day) { struct timeval now; struct timespec time; begin(); gettimeofday(&now, NULL); clock_gettime(CLOCK_MONOTONIC, &time); clock_gettime(CLOCK_REALTIME, &time); }
CASE(time_alone) { begin(); time(NULL); }
CASE(clock_used) { begin(); clock(); }
CASE(clock_getres_used) { struct timespec time; begin(); clock_getres(CLOCK_REALTIME, &time); }
CASE(getrusage_used) { struct rusage usage; begin(); getrusage(RUSAGE_SELF, &usage); }
CASE(atexit_flushes) { begin(); atexit((void (*)(void))getpid); printf("a"); }
CASE(identities) { begin(); getpid(); getppid(); getuid(); geteuid(); getgid(); getegid(); getpgrp(); getpgid(0); getsid(0); }
CASE(pid_twice) { begin(); getpid(); getpid(); }
CASE(setpgid_used) { begin(); setpgid(0, 0); setpgrp(); }
CASE(setsid_used) { begin(); if (fork() == 0) { setsid(); _exit(0); } wait(NULL); }
CASE(nice_used) { begin(); nice(0); nice(1); getpriority(PRIO_PROCESS, 0); setpriority(PRIO_PROCESS, 0, 2); }
CASE(getrlimit_used) { struct rlimit limit; begin(); getrlimit(RLIMIT_NOFILE, &limit); setrlimit(RLIMIT_NOFILE, &limit); }
CASE(daemon_used) { begin(); daemon(1, 1); }
CASE(environment) { begin(); setenv("A", "1", 1); getenv("A"); putenv("B=2"); unsetenv("A"); }
