// One process has work to do. The other waits for a byte.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#define READ_MODE 0         // 0: read waits; O_NONBLOCK: read never waits
#define WORK 12             // dots that the worker prints first

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                               //@ name reader
    if (child == -1) return 1;

    if (child == 0) {
        close(ends[1]);
        if (READ_MODE != 0) fcntl(ends[0], F_SETFL, READ_MODE);
        char byte;
        while (read(ends[0], &byte, 1) != 1) {          //@ read
        }
        write(STDOUT_FILENO, &byte, 1);                 //@ got
        return 0;
    }

    close(ends[0]);
    for (int i = 0; i < WORK; i++)
        write(STDOUT_FILENO, ".", 1);                   //@ work
    write(ends[1], "!", 1);                             //@ write
    wait(NULL);
    return 0;
}
