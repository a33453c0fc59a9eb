/* clock_gettime(2), clock_getres(2), getrusage(2), times(2), clock(3): which clocks there are, and what they count. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>

static volatile long sink;

static long work(int milliseconds)
{
	clock_t end = clock() + milliseconds * 1000;
	while (clock() < end)
		sink++;
	return sink;
}

static long of(struct timeval time)
{
	return time.tv_sec * 1000000L + time.tv_usec;
}

int main(void)
{
	struct timespec time, resolution;
	static const int clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID,
		CLOCK_MONOTONIC_RAW, CLOCK_REALTIME_COARSE, CLOCK_MONOTONIC_COARSE, CLOCK_BOOTTIME};
	struct rusage usage;
	struct tms tms;
	struct timespec before, after;
	for (unsigned i = 0; i < sizeof clocks / sizeof *clocks; i++) {
		show("gettime", clock_gettime(clocks[i], &time));
		show("getres", clock_getres(clocks[i], &resolution));
		if (clocks[i] < CLOCK_REALTIME_COARSE)
			printf("%ld %ld\n", (long)resolution.tv_sec, resolution.tv_nsec);
	}
	show("clock 99", clock_gettime(99, &time));
	show("resolution of 99", clock_getres(99, &resolution));
	show("resolution to nowhere", clock_getres(CLOCK_REALTIME, NULL));
	show("set monotonic", clock_settime(CLOCK_MONOTONIC, &time));

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
	settle();
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
	printf("asleep it does not run %d\n", (after.tv_sec - before.tv_sec) * 1000 + (after.tv_nsec - before.tv_nsec) / 1000000 < 15);
	clock_t start = clock();
	work(30);
	printf("at work it does %d\n", clock() - start >= 30000);
	show("rusage", getrusage(RUSAGE_SELF, &usage));
	printf("used %d\n", of(usage.ru_utime) + of(usage.ru_stime) >= 30000);
	getrusage(RUSAGE_CHILDREN, &usage);
	printf("children used %ld\n", of(usage.ru_utime) + of(usage.ru_stime));
	if (fork() == 0) {
		printf("a child begins at 0: %d\n", clock() < 20000);
		fflush(stdout);
		work(40);
		_exit(0);
	}
	wait(NULL);
	getrusage(RUSAGE_CHILDREN, &usage);
	printf("children used %d\n", of(usage.ru_utime) + of(usage.ru_stime) >= 40000);
	printf("times %d", times(&tms) > 0);
	printf(", own %d", tms.tms_utime + tms.tms_stime >= 2);
	printf(", children %d\n", tms.tms_cutime + tms.tms_cstime >= 3);
	clockid_t own, its;
	printf("own clock %d", clock_getcpuclockid(getpid(), &own));
	printf(", of 0 too %d", clock_getcpuclockid(0, &its) == 0 && its == own + getpid() * 8);
	printf(", runs %d\n", clock_gettime(own, &after) == 0 && clock_gettime(its, &time) == 0 && clock_getres(own, &resolution) == 0);
	pid_t child = fork();
	if (child == 0) {
		pause();
		_exit(0);
	}
	settle();
	show("child's clock", clock_getcpuclockid(child, &its));
	show("its time", clock_gettime(its, &time));
	printf("it has hardly run %d\n", time.tv_sec == 0 && time.tv_nsec < 20000000);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	printf("clock of none %d\n", clock_getcpuclockid(child, &its) == ESRCH);
	show("it is gone", clock_gettime(its, &time));
	show("who 7", getrusage(7, &usage));
	show("nice", nice(3));
	show("nice 0", nice(0));
	show("getpriority", getpriority(PRIO_PROCESS, 0));
	show("setpriority", setpriority(PRIO_PROCESS, getpid(), 5));
	show("getpriority", getpriority(PRIO_PROCESS, getpid()));
	if (fork() == 0) {
		show("child", getpriority(PRIO_PROCESS, 0));
		_exit(0);
	}
	wait(NULL);
	show("priority of none", getpriority(PRIO_PROCESS, 999999));
	show("which 9", getpriority(9, 0));
	return 0;
}
