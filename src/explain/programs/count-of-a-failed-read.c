/* call-refused: the file is not there, read returns -1, and that is how many bytes write is told to write. */
#include <fcntl.h>
#include <unistd.h>

int main(void)
{
	char text[64];
	int fd = open("notes", O_RDONLY);
	ssize_t length = read(fd, text, sizeof text);
	(void)!write(STDOUT_FILENO, text, length);
	close(fd);
	return 0;
}
