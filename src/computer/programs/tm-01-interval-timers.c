/* setitimer(2), getitimer(2), alarm(2): one timer of real time, two of processor time, and who inherits them. */
#include "row.h"
#include <sys/time.h>

static volatile sig_atomic_t count;

static void handler(int signal)
{
	(void)signal;
	count++;
}

static struct itimerval every(long first, long again)
{
	struct itimerval value = {{again / 1000, again % 1000 * 1000}, {first / 1000, first % 1000 * 1000}};
	return value;
}

/* Within a few milliseconds below what was set. */
static void about(const char *what, struct timeval time, long milliseconds)
{
	long is = time.tv_sec * 1000 + (time.tv_usec + 999) / 1000;
	printf("%s: about %ld: %d\n", what, milliseconds, is <= milliseconds && is >= milliseconds - 40);
}

int main(void)
{
	struct itimerval value, old;
	struct sigaction action;
	int status;
	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	sigaction(SIGALRM, &action, NULL);
	sigaction(SIGVTALRM, &action, NULL);
	sigaction(SIGPROF, &action, NULL);

	value = every(5000, 70);
	show("set", setitimer(ITIMER_REAL, &value, NULL));
	show("get", getitimer(ITIMER_REAL, &old));
	about("value", old.it_value, 5000);
	about("interval", old.it_interval, 70);
	show("alarm tells the same timer", alarm(20));
	getitimer(ITIMER_REAL, &old);
	about("alarm's value", old.it_value, 20000);
	printf("alarm's interval %ld %ld\n", (long)old.it_interval.tv_sec, (long)old.it_interval.tv_usec);
	value = every(0, 70);
	show("value 0 stops it", setitimer(ITIMER_REAL, &value, &old));
	about("old", old.it_value, 20000);
	getitimer(ITIMER_REAL, &old);
	printf("stopped %ld %ld, interval %ld %ld\n", (long)old.it_value.tv_sec, (long)old.it_value.tv_usec,
		(long)old.it_interval.tv_sec, (long)old.it_interval.tv_usec);

	value = every(20, 20);
	setitimer(ITIMER_REAL, &value, NULL);
	while (count < 3)
		show("pause", pause());
	value = every(0, 0);
	setitimer(ITIMER_REAL, &value, NULL);
	printf("rang %d\n", (int)count);

	count = 0;
	value = every(20, 0);
	setitimer(ITIMER_REAL, &value, NULL);
	pause();
	getitimer(ITIMER_REAL, &old);
	printf("once: %d, then %ld %ld\n", (int)count, (long)old.it_value.tv_sec, (long)old.it_value.tv_usec);

	count = 0;
	value = every(3, 3);
	setitimer(ITIMER_VIRTUAL, &value, NULL);
	settle();
	printf("no processor time passes asleep: %d\n", (int)count);
	while (count < 2)
		;
	value = every(0, 0);
	setitimer(ITIMER_VIRTUAL, &value, NULL);
	count = 0;
	value = every(3, 0);
	setitimer(ITIMER_PROF, &value, NULL);
	while (count == 0)
		;
	printf("profiling rang %d\n", (int)count);

	value = every(5000, 0);
	setitimer(ITIMER_REAL, &value, NULL);
	if (fork() == 0) {
		getitimer(ITIMER_REAL, &old);
		printf("child: %ld %ld\n", (long)old.it_value.tv_sec, (long)old.it_value.tv_usec);
		fflush(stdout);
		_exit(0);
	}
	wait(&status);

	show("which 3", setitimer(3, &value, NULL));
	show("get which 3", getitimer(3, &old));
	value.it_value.tv_usec = 1000000;
	show("a million microseconds", setitimer(ITIMER_REAL, &value, NULL));
	value.it_value.tv_usec = 0;
	value.it_value.tv_sec = -1;
	show("before now", setitimer(ITIMER_REAL, &value, NULL));
	show("NULL", setitimer(ITIMER_REAL, NULL, &old));
	about("NULL told", old.it_value, 5000);
	getitimer(ITIMER_REAL, &old);
	printf("NULL stopped it: %ld %ld\n", (long)old.it_value.tv_sec, (long)old.it_value.tv_usec);
	return 0;
}
