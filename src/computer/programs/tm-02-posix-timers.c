/* timer_create(2) and its kin: signals with values, overruns, absolute times, errors. */
#include "row.h"

static volatile sig_atomic_t count, code, value, overrun, told;
static timer_t timer;
static void *pointer;

static void handler(int signal, siginfo_t *info, void *context)
{
	(void)signal;
	(void)context;
	count++;
	code = info->si_code;
	value = info->si_value.sival_int;
	pointer = info->si_value.sival_ptr;
	overrun = info->si_overrun;
	told = timer_getoverrun(timer);
}

static struct itimerspec every(long first, long again)
{
	struct itimerspec spec = {{again / 1000, again % 1000 * 1000000}, {first / 1000, first % 1000 * 1000000}};
	return spec;
}

static void about(const char *what, struct timespec time, long milliseconds)
{
	long is = time.tv_sec * 1000 + (time.tv_nsec + 999999) / 1000000;
	printf("%s: about %ld: %d\n", what, milliseconds, is <= milliseconds && is >= milliseconds - 40);
}

/* The timer's signal is blocked while the timer expires several times. */
static sigset_t missed(int signal)
{
	struct itimerspec spec = every(10, 10);
	struct timespec wait = {0, 55 * 1000000};
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, signal);
	sigprocmask(SIG_BLOCK, &set, NULL);
	timer_settime(timer, 0, &spec, NULL);
	nanosleep(&wait, NULL);
	return set;
}

int main(void)
{
	struct sigaction action;
	struct sigevent event;
	struct itimerspec spec, old;
	struct timespec now;
	siginfo_t info;
	sigset_t set;
	timer_t other;
	memset(&action, 0, sizeof action);
	action.sa_sigaction = handler;
	action.sa_flags = SA_SIGINFO;
	sigaction(SIGRTMIN, &action, NULL);
	sigaction(SIGALRM, &action, NULL);

	memset(&event, 0, sizeof event);
	event.sigev_notify = SIGEV_SIGNAL;
	event.sigev_signo = SIGRTMIN;
	event.sigev_value.sival_ptr = &timer;
	show("create", timer_create(CLOCK_REALTIME, &event, &timer));
	printf("the first timer is %ld\n", (long)timer);
	show("not set", timer_gettime(timer, &old));
	printf("%ld %ld\n", (long)old.it_value.tv_sec, old.it_value.tv_nsec);
	spec = every(20, 0);
	show("set", timer_settime(timer, 0, &spec, NULL));
	show("pause", pause());
	printf("count %d code %d pointer %d overrun %d\n", (int)count, (int)code, pointer == (void *)&timer, (int)overrun);
	timer_gettime(timer, &old);
	printf("rang once: %ld %ld\n", (long)old.it_value.tv_sec, old.it_value.tv_nsec);

	spec = every(5000, 300);
	timer_settime(timer, 0, &spec, NULL);
	spec = every(20, 20);
	show("set again", timer_settime(timer, 0, &spec, &old));
	about("old value", old.it_value, 5000);
	about("old interval", old.it_interval, 300);
	count = 0;
	while (count < 3)
		pause();
	printf("rang %d\n", (int)count);

	set = missed(SIGRTMIN);
	count = 0;
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	printf("blocked: %d signal, overruns told alike %d, four or more %d\n", (int)count, told == overrun, overrun >= 4);
	sigprocmask(SIG_BLOCK, &set, NULL);
	settle();
	printf("sigwaitinfo %d\n", sigwaitinfo(&set, &info) == SIGRTMIN);
	printf("code %d timer %ld overruns %d\n", info.si_code, (long)info.si_timerid, info.si_overrun >= 1);
	settle();
	spec = every(0, 0);
	timer_settime(timer, 0, &spec, NULL);
	count = 0;
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	printf("the signal of a stopped timer does not come: %d\n", (int)count);
	spec = every(0, 500);
	timer_settime(timer, 0, &spec, NULL);
	timer_gettime(timer, &old);
	printf("interval alone %ld %ld\n", (long)old.it_interval.tv_sec, old.it_interval.tv_nsec);
	sigprocmask(SIG_BLOCK, &set, NULL);
	spec = every(10, 0);
	timer_settime(timer, 0, &spec, NULL);
	settle();
	show("delete", timer_delete(timer));
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	printf("nor that of a deleted one: %d\n", (int)count);
	show("delete again", timer_delete(timer));
	show("settime of none", timer_settime(timer, 0, &spec, NULL));
	show("gettime of none", timer_gettime(timer, &old));
	show("overrun of none", timer_getoverrun(timer));

	event.sigev_signo = SIGCONT;
	timer_create(CLOCK_REALTIME, &event, &timer);
	set = missed(SIGCONT);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	printf("overruns of a signal that nobody takes %d\n", timer_getoverrun(timer) >= 4);
	timer_delete(timer);

	show("create, no event", timer_create(CLOCK_MONOTONIC, NULL, &other));
	clock_gettime(CLOCK_MONOTONIC, &now);
	spec = every(0, 0);
	spec.it_value.tv_sec = now.tv_sec;
	spec.it_value.tv_nsec = now.tv_nsec + 20000000;
	if (spec.it_value.tv_nsec >= 1000000000) {
		spec.it_value.tv_sec++;
		spec.it_value.tv_nsec -= 1000000000;
	}
	show("absolute", timer_settime(other, TIMER_ABSTIME, &spec, NULL));
	pause();
	printf("SIGALRM %d value %d\n", (int)count, (int)value);
	spec.it_value.tv_sec = 0;
	spec.it_value.tv_nsec = 1;
	count = 0;
	show("long ago", timer_settime(other, TIMER_ABSTIME, &spec, NULL));
	settle();
	printf("rang at once %d\n", (int)count);

	event.sigev_notify = SIGEV_NONE;
	show("silent", timer_create(CLOCK_REALTIME, &event, &timer));
	spec = every(10, 0);
	timer_settime(timer, 0, &spec, NULL);
	count = 0;
	settle();
	timer_gettime(timer, &old);
	printf("silent: %d signals, %ld %ld left\n", (int)count, (long)old.it_value.tv_sec, old.it_value.tv_nsec);
	event.sigev_notify = SIGEV_SIGNAL;
	event.sigev_signo = SIGRTMIN;
	timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &timer);
	spec = every(3, 0);
	timer_settime(timer, 0, &spec, NULL);
	count = 0;
	settle();
	printf("processor time: asleep %d", (int)count);
	while (count == 0)
		;
	printf(", at work %d\n", (int)count);

	show("clock 99", timer_create(99, &event, &other));
	event.sigev_signo = 0;
	show("signal 0", timer_create(CLOCK_REALTIME, &event, &other));
	event.sigev_notify = 77;
	show("notify 77", timer_create(CLOCK_REALTIME, &event, &other));
	spec.it_value.tv_nsec = 1000000000;
	show("bad nanoseconds", timer_settime(timer, 0, &spec, NULL));
	if (fork() == 0) {
		show("child has no timers", timer_gettime(timer, &old));
		_exit(0);
	}
	wait(NULL);
	return 0;
}
