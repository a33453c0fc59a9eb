/* lock-never-unlocked: a record locked with fcntl is kept while its holder waits for who wants it. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>

int main(void)
{
	int fd = open("counter", O_RDWR | O_CREAT, 0600);
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	fcntl(fd, F_SETLKW, &lock);
	write(fd, "0", 1);
	pid_t pid = fork();
	if (pid == 0) {
		fcntl(fd, F_SETLKW, &lock);
		write(fd, "1", 1);
		exit(0);
	}
	waitpid(pid, NULL, 0);
	printf("done\n");
	return 0;
}
