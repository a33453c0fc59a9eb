// The same twelve bytes through a file and through a pipe.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define WRITER_PAUSE 200000 // microseconds before the writer begins
#define READER_PAUSE 0      // and before the reader does
#define WRITER_DIES 0       // killed after eight bytes

/* Reads until read returns 0, and counts the bytes. */
static int drain(int from) {
    char text[4];
    int total = 0;
    ssize_t n;
    while ((n = read(from, text, sizeof text)) > 0) //@ read
        total += n;
    return total;
}

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;                 //@ make-pipe
    int out = open("tmp", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    int in = open("tmp", O_RDONLY);                 //@ make-file
    if (out == -1 || in == -1) return 1;

    pid_t writer = fork();                          //@ name writer
    if (writer == -1) return 1;

    if (writer == 0) {
        close(in);
        close(ends[0]);
        usleep(WRITER_PAUSE);
        for (const char *text = "abcdefghijkl"; *text != '\0'; text += 4) {
            if (WRITER_DIES && *text == 'i') raise(SIGKILL);
            write(out, text, 4);                    //@ write-file
            write(ends[1], text, 4);                //@ write-pipe
        }
        return 0;
    }

    close(out);
    close(ends[1]);
    usleep(READER_PAUSE);
    int file = drain(in);                           //@ drain-file
    int piped = drain(ends[0]);                     //@ drain-pipe
    printf("file %d, pipe %d\n", file, piped);

    file = lseek(in, 0, SEEK_SET) == 0 ? drain(in) : -1;
    piped = lseek(ends[0], 0, SEEK_SET) == 0 ? drain(ends[0]) : -1;  //@ rewind-pipe
    printf("again: file %d, pipe %d\n", file, piped);
    wait(NULL);
    return 0;
}
