// The reader reads until the pipe ends. It never sees the end.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#define READ_MODE 0         // 0: read waits; O_NONBLOCK: read never waits
#define WRITER_CLOSES 1

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;                     //@ make

    pid_t reader = fork();                              //@ name reader
    if (reader == -1) return 1;

    if (reader == 0) {
        if (READ_MODE != 0) fcntl(ends[0], F_SETFL, READ_MODE);
        char piece[4];
        ssize_t n;
        while ((n = read(ends[0], piece, sizeof piece)) > 0)    //@ read
            write(STDOUT_FILENO, piece, n);
        return 0;                                       //@ done
    }

    close(ends[0]);
    write(ends[1], "hi there", 8);                      //@ write
    if (WRITER_CLOSES) close(ends[1]);                  //@ close
    wait(NULL);                                         //@ wait
    return 0;
}
