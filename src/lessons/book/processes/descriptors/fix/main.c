// Nobody has dropped anything yet.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                               //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        //@ place child: the child, before it reads
        char text[16];
        ssize_t n = read(ends[0], text, sizeof text);
        if (n > 0) write(STDOUT_FILENO, text, n);
        return 0;
    }

    //@ place parent: the parent, before it writes
    if (write(ends[1], "still open\n", 11) == -1)
        perror("parent");
    wait(NULL);
    return 0;
}
