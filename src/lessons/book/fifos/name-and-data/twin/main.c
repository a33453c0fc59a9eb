// How large is a FIFO with five bytes in it?
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("meet", 0600) == -1) return 1;
    int both = open("meet", O_RDWR);        // on Linux this waits for nobody
    write(both, "hello", 5);                //@ write

    struct stat facts;
    if (stat("meet", &facts) == -1) return 1;
    long size = facts.st_size;              //@ size
    unlink("meet");

    char text[8];
    ssize_t n = read(both, text, sizeof text);
    printf("size %ld, read %zd\n", size, n);
    return 0;
}
