/* A case is a function; what it does after begin() is compared, call by call, with what glibc does. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
	const char *name;
	void (*run)(void);
} cases[200];
static int count;
static char big[70000], line[100];

#define CASE(which)                                         \
	static void which(void);                                 \
	__attribute__((constructor)) static void add_##which(void) \
	{                                                       \
		cases[count].name = #which;                          \
		cases[count++].run = which;                           \
	}                                                       \
	static void which(void)

/* No program makes this call: the calls before it are those of the loader, and of what the case needs. */
static void begin(void)
{
	close(-1);
}

/* Standard input or output becomes a new file that holds size bytes: lines of nine characters. */
static void file_at(int fd, int size)
{
	int file = open("file", O_RDWR | O_CREAT | O_TRUNC, 0644);
	for (int i = 0; i < 100; i++)
		big[i] = i % 10 == 9 ? '\n' : '0' + i / 10;
	for (int i = 100; i < size; i += 100)
		memcpy(big + i, big, 100);
	write(file, big, size);
	lseek(file, 0, SEEK_SET);
	if (file != fd) {
		dup2(file, fd);
		close(file);
	}
}

static void device_at(int fd, const char *path)
{
	int file = open(path, O_RDWR);
	dup2(file, fd);
	close(file);
}

int main(int argc, char *argv[])
{
	for (int i = 0; argc > 1 && i < count; i++)
		if (strcmp(cases[i].name, argv[1]) == 0)
			cases[i].run();
	return 0;
}
