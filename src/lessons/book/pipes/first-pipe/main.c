// A parent writes into a pipe; its child reads.
#include <sys/wait.h>
#include <unistd.h>

#define PARENT_PAUSE 0      // microseconds before the parent writes
#define CHILD_PAUSE 500     // and before the child reads
#define PIECE 4             // bytes the child asks for at a time

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;                     //@ make

    pid_t child = fork();                               //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        close(ends[1]);                                 //@ child-drops
        if (CHILD_PAUSE > 0) usleep(CHILD_PAUSE);
        char piece[PIECE];
        ssize_t n;
        while ((n = read(ends[0], piece, PIECE)) > 0)   //@ read
            write(STDOUT_FILENO, piece, n);
        return 0;
    }

    close(ends[0]);                                     //@ parent-drops
    if (PARENT_PAUSE > 0) usleep(PARENT_PAUSE);
    write(ends[1], "hi there", 8);                      //@ write
    close(ends[1]);                                     //@ end
    wait(NULL);
    return 0;
}
