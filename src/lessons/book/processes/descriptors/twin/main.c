// Standard output becomes a pipe: dup2 adds a descriptor, close takes one away.
#include <stdio.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    dup2(ends[1], STDOUT_FILENO);                       //@ dup
    close(ends[1]);                                     //@ close
    write(STDOUT_FILENO, "through the pipe", 16);       //@ write

    char text[16];
    ssize_t n = read(ends[0], text, sizeof text);
    if (n > 0) write(STDERR_FILENO, text, n);
    return 0;
}
