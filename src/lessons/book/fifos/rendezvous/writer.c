// Knows a name, and nothing of the reader.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#define WRITER_PAUSE 1000       // microseconds before it comes
#define WRITER_OPENS O_WRONLY

int main(void) {
    usleep(WRITER_PAUSE);
    int out = open("meet", WRITER_OPENS);       //@ open
    if (out == -1) {
        perror("writer");
        return 1;
    }
    write(out, "hello", 5);                     //@ write
    close(out);                                 //@ close
    return 0;
}
