// execl, execle, execlp: the arguments one by one. None has more than 255 here.
#include <errno.h>
#include <stdarg.h>
#include <unistd.h>

extern char **environ;

#define MOST 256

// Gathers the arguments up to the null pointer; -1 when there are too many.
static int gather(char **argv, const char *first, va_list *arguments)
{
	int count = 0;
	argv[0] = (char *)first;
	while (argv[count]) {
		if (++count == MOST) {
			errno = E2BIG;
			return -1;
		}
		argv[count] = va_arg(*arguments, char *);
	}
	return 0;
}

int execl(const char *path, const char *argument, ...)
{
	char *argv[MOST];
	va_list arguments;
	va_start(arguments, argument);
	int result = gather(argv, argument, &arguments);
	va_end(arguments);
	return result == -1 ? -1 : execve(path, argv, environ);
}

int execle(const char *path, const char *argument, ...)
{
	char *argv[MOST];
	va_list arguments;
	va_start(arguments, argument);
	int result = gather(argv, argument, &arguments);
	char **envp = va_arg(arguments, char **);
	va_end(arguments);
	return result == -1 ? -1 : execve(path, argv, envp);
}

int execlp(const char *file, const char *argument, ...)
{
	char *argv[MOST];
	va_list arguments;
	va_start(arguments, argument);
	int result = gather(argv, argument, &arguments);
	va_end(arguments);
	return result == -1 ? -1 : execvp(file, argv);
}
