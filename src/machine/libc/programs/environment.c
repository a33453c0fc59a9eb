// The environment and the ends of programs.
#define _GNU_SOURCE
#include <libgen.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static jmp_buf place;
static sigjmp_buf other_place;

static const char *value(const char *name)
{
	const char *found = getenv(name);
	return found ? found : "(unset)";
}

static void environment(void)
{
	static char own[] = "C=3";
	clearenv();
	printf("%s %d %d ", value("A"), setenv("A", "1", 0), setenv("A", "2", 0));
	printf("%s %d %s ", value("A"), setenv("A", "2", 1), value("A"));
	printf("%d %d ", setenv("", "x", 1), setenv("a=b", "x", 1));
	putenv(own);
	own[2] = '4';
	printf("%s ", value("C"));
	setenv("B", "", 1);
	for (char **entry = environ; *entry; entry++)
		printf("[%s]", *entry);
	unsetenv("A");
	unsetenv("NOT_THERE");
	printf(" %s\n", value("A"));
}

static void paths(void)
{
	static const char *const all[] = {"/usr/lib", "/usr/", "usr", "/", ".", "..", "", "/a//b//", "a/b"};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		char one[20], two[20];
		strcpy(one, all[i]);
		strcpy(two, all[i]);
		printf("%s:%s:%s ", all[i], dirname(one), basename(two));
	}
	printf("\n");
}

static void deep(int depth)
{
	if (depth == 0)
		longjmp(place, 5);
	deep(depth - 1);
}

static void jumps(void)
{
	volatile int count = 0;
	int came = setjmp(place);
	count++;
	printf("%d:%d ", came, count);
	if (came == 0)
		deep(10);
	if (came == 5)
		longjmp(place, 0);
	if (sigsetjmp(other_place, 1) == 0)
		siglongjmp(other_place, 3);
	else
		printf("back\n");
}

static void first(void)
{
	printf("registered first\n");
}

static void second(int status, void *argument)
{
	printf("%s %d\n", (char *)argument, status);
}

static void third(void)
{
	printf("registered third, ");
	atexit(first);
}

int main(void)
{
	environment();
	paths();
	jumps();
	atexit(first);
	on_exit(second, "registered second");
	atexit(third);
	printf("no newline, but flushed; ");
	exit(3);
}
