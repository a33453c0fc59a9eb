// One pipe, two processes: how many descriptors lead to each end?
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHILD_CLOSES 1
#define PARENT_CLOSES 0
#define FORK_FIRST 0

int main(void) {
    int ends[2];
    if (!FORK_FIRST && pipe(ends) == -1) return 1;      //@ pipe

    pid_t child = fork();                               //@ name child
    if (child == -1) return 1;
    if (FORK_FIRST && pipe(ends) == -1) return 1;

    if (child == 0) {
        if (CHILD_CLOSES) close(ends[1]);               //@ child-closes
        char text[16];
        ssize_t n = read(ends[0], text, sizeof text);   //@ read
        if (n > 0) write(STDOUT_FILENO, text, n);
        return 0;
    }

    if (PARENT_CLOSES) close(ends[1]);                  //@ parent-closes
    if (write(ends[1], "still open\n", 11) == -1)       //@ write
        perror("parent");
    wait(NULL);
    return 0;
}
