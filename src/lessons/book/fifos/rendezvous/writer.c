// Knows a name, and nothing of the reader.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#define WRITER_PAUSE 1000       // microseconds before it comes
#define WRITER_WAITS 1          // 0: it opens with O_NONBLOCK

int main(void) {
    usleep(WRITER_PAUSE);
    int out = open("meet", O_WRONLY | (WRITER_WAITS ? 0 : O_NONBLOCK));  //@ open
    if (out == -1) {
        perror("writer");
        return 1;
    }
    write(out, "hello", 5);                     //@ write
    close(out);                                 //@ close
    return 0;
}
