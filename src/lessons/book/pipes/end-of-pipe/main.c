// The reader reads until the pipe ends. It never sees the end.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#define READ_MODE 0         // 0: read waits; O_NONBLOCK: read never waits
#define BYTES 8             // bytes that the writer sends
#define WRITE_ENDS 1        // write ends still open when it has sent them

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;                     //@ make

    pid_t reader = fork();                              //@ name reader
    if (reader == -1) return 1;

    if (reader == 0) {
        if (WRITE_ENDS == 0) close(ends[1]);
        if (READ_MODE != 0) fcntl(ends[0], F_SETFL, READ_MODE);
        char piece[4];
        ssize_t n;
        while ((n = read(ends[0], piece, sizeof piece)) > 0)    //@ read
            write(STDOUT_FILENO, piece, n);
        return 0;                                       //@ done
    }

    close(ends[0]);
    write(ends[1], "hi there", BYTES);                  //@ write
    if (WRITE_ENDS < 2) close(ends[1]);                 //@ close
    wait(NULL);                                         //@ wait
    return 0;
}
