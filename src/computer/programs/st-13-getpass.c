/* A password is asked for without a terminal: a line of standard input, an empty one at its end. stdin: secret\n\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nlast */
#include "row.h"
#include <string.h>
#include <sys/wait.h>

static void ask(void)
{
	char *password = getpass("password? ");
	if (password == NULL)
		printf("none\n");
	else if (strlen(password) > 100)
		printf("%zu letters\n", strlen(password));
	else
		printf("[%s]\n", password);
}

int main(void)
{
	if (fork() == 0) {
		setsid();
		for (int i = 0; i < 6; i++)
			ask();
		exit(0);
	}
	wait(NULL);
	return 0;
}
