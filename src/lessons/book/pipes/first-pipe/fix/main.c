// Parent to child, from parts.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    char piece[4];
    ssize_t n;
    pid_t child = -1;

    //@ place both: before the two part

    if (child == 0) {
        //@ place child: the child
        return 0;
    }

    //@ place parent: the parent
    return 0;
}
