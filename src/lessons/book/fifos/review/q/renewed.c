// The name is removed while a writer is inside, and made again.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("meet", 0600) == -1) return 1;
    int both = open("meet", O_RDWR);
    write(both, "hello", 5);
    unlink("meet");
    if (mkfifo("meet", 0600) == -1) return 1;   //@ again

    int in = open("meet", O_RDONLY);            //@ opens
    char text[8];
    ssize_t n = read(in, text, sizeof text);
    write(STDOUT_FILENO, text, n);
    return 0;
}
