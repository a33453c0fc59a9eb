// Two descriptors for one end; one is closed.
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    int copy = dup(ends[1]);
    close(ends[1]);                         //@ close
    write(copy, "x", 1);
    char letter;
    if (read(ends[0], &letter, 1) == 1) write(STDOUT_FILENO, &letter, 1);
    return 0;
}
