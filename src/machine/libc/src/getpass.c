// getpass: a line from the terminal, which shows nothing of what is typed.
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

char *getpass(const char *prompt)
{
	static char *password;
	static size_t room;
	FILE *terminal = fopen("/dev/tty", "w+");
	FILE *from = terminal ? terminal : stdin, *to = terminal ? terminal : stderr;
	struct termios before, silent;
	int changed = tcgetattr(fileno(from), &before) == 0;
	if (changed) {
		silent = before;
		silent.c_lflag &= ~(ECHO | ISIG);
		changed = tcsetattr(fileno(from), TCSAFLUSH, &silent) == 0;
	}
	fputs(prompt, to);
	fflush(to);
	ssize_t length = getline(&password, &room, from);
	if (password)
		password[length < 0 ? 0 : strcspn(password, "\n")] = 0;
	if (changed) {
		fseek(to, 0, SEEK_CUR);
		fputc('\n', to);
		fflush(to);
		tcsetattr(fileno(from), TCSAFLUSH, &before);
	}
	if (terminal)
		fclose(terminal);
	return password;
}
