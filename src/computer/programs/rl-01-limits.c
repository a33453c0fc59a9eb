/* getrlimit and setrlimit: soft and hard limits, who may change which, what fork and exec keep. */
#define _GNU_SOURCE
#include <sys/resource.h>
#include "row.h"

static void told(const char *what, int resource)
{
	struct rlimit limit;
	if (show(what, getrlimit(resource, &limit)) == -1)
		return;
	printf("%s:", what);
	for (int i = 0; i < 2; i++) {
		rlim_t value = i == 0 ? limit.rlim_cur : limit.rlim_max;
		if (value == RLIM_INFINITY)
			printf(" infinite");
		else
			printf(" %lu", (unsigned long)value);
	}
	printf("\n");
	fflush(stdout);
}

static void set(const char *what, int resource, rlim_t soft, rlim_t hard)
{
	struct rlimit limit = {soft, hard};
	show(what, setrlimit(resource, &limit));
}

static int second(void)
{
	told("after exec", RLIMIT_NOFILE);
	told("after exec, core", RLIMIT_CORE);
	return 0;
}

int main(int argc, char **argv)
{
	int status, ends[2];
	if (argc > 1)
		return second();
	close(open("input", O_CREAT | O_RDWR, 0666));
	chmod(".", 0755);
	setuid(1000);
	set("lower both", RLIMIT_NOFILE, 20, 30);
	told("descriptors", RLIMIT_NOFILE);
	set("soft to hard", RLIMIT_NOFILE, 30, 30);
	told("descriptors", RLIMIT_NOFILE);
	set("soft above hard", RLIMIT_NOFILE, 31, 30);
	set("hard up", RLIMIT_NOFILE, 20, 31);
	set("both up", RLIMIT_NOFILE, 31, 31);
	set("infinite", RLIMIT_NOFILE, RLIM_INFINITY, RLIM_INFINITY);
	told("as before", RLIMIT_NOFILE);
	set("core", RLIMIT_CORE, 0, 0);
	set("core up", RLIMIT_CORE, 0, 1);
	set("stack", RLIMIT_STACK, 1 << 20, 1 << 21);
	told("stack", RLIMIT_STACK);
	set("file size", RLIMIT_FSIZE, 100, RLIM_INFINITY);
	told("file size", RLIMIT_FSIZE);
	set("file size, none again", RLIMIT_FSIZE, RLIM_INFINITY, RLIM_INFINITY);
	told("file size", RLIMIT_FSIZE);
	told("processor time", RLIMIT_CPU);
	told("data", RLIMIT_DATA);
	told("address space", RLIMIT_AS);
	told("queues", RLIMIT_MSGQUEUE);
	told("nice", RLIMIT_NICE);
	told("none such", 16);
	told("none such", -1);
	set("none such", 16, 1, 1);
	set("fewer than are open", RLIMIT_NOFILE, 3, 30);
	show("open", open("input", O_RDONLY));
	show("dup2 to the limit", dup2(0, 3));
	show("pipe", pipe(ends));
	show("sysconf", sysconf(_SC_OPEN_MAX));
	show("still open", fcntl(2, F_GETFD));
	set("to none", RLIMIT_NOFILE, 0, 30);
	show("still open", fcntl(1, F_GETFD));
	show("dup", dup(1));
	set("back", RLIMIT_NOFILE, 10, 30);
	struct rlimit old, new = {11, 29};
	show("prlimit", prlimit(0, RLIMIT_NOFILE, &new, &old));
	printf("old %d %d\n", (int)old.rlim_cur, (int)old.rlim_max);
	fflush(stdout);
	show("bad address", getrlimit(RLIMIT_NOFILE, (struct rlimit *)8));
	if (fork() == 0) {
		told("in the child", RLIMIT_NOFILE);
		set("lowered there", RLIMIT_NOFILE, 5, 5);
		execl(argv[0], argv[0], "second", (char *)NULL);
	}
	wait(&status);
	told("in the parent", RLIMIT_NOFILE);
	return 0;
}
