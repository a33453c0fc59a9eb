// A clock prints into a pipe; a reader shows what has arrived.
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define MODE _IOFBF         // _IOFBF: as into a pipe; _IOLBF: as on a terminal; _IONBF: no buffer
#define FLUSH 0             // whether each tick is flushed
#define LEAVE exit          // exit or _exit

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                               //@ name clock
    if (child == -1) return 1;

    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        setvbuf(stdout, NULL, MODE, 0);                 //@ mode
        for (int i = 0; i < 3; i++) {
            printf("tick\n");                           //@ tick
            if (FLUSH) fflush(stdout);                  //@ flush
            usleep(1000);
        }
        LEAVE(0);                                       //@ leave
    }

    close(ends[1]);
    char text[16];
    ssize_t n;
    while ((n = read(ends[0], text, sizeof text)) > 0)  //@ read
        write(STDOUT_FILENO, text, n);
    wait(NULL);
    return 0;
}
