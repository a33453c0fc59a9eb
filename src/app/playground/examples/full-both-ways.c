// Two processes send each other a long message, then read. Each pipe holds 16 bytes here.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define LONG 24

int main(void)
{
	int there[2], back[2];
	char message[LONG] = "ping ping ping ping pin";
	char answer[LONG];
	pipe(there);
	pipe(back);

	if (fork() == 0) {
		close(there[1]);
		close(back[0]);
		write(back[1], message, LONG);
		read(there[0], answer, LONG);
		return 0;
	}

	close(there[0]);
	close(back[1]);
	write(there[1], message, LONG);
	read(back[0], answer, LONG);
	wait(NULL);
	printf("both have read\n");
	return 0;
}
