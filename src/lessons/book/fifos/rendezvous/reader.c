// Knows a name, and nothing of the writer.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#define READER_PAUSE 2000       // microseconds before it comes
#define READER_OPENS O_RDONLY

int main(void) {
    usleep(READER_PAUSE);
    int in = open("meet", READER_OPENS);        //@ open
    if (in == -1) {
        perror("reader");
        return 1;
    }
    char text[8];
    ssize_t n;
    int total = 0;
    while ((n = read(in, text, sizeof text)) > 0) { //@ read
        write(STDOUT_FILENO, text, n);          //@ show
        total += n;
    }
    printf(", %d bytes\n", total);              //@ end
    return 0;
}
