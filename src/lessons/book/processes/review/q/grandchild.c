// A child that has a child.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    if (fork() == 0) {                          //@ name child
        if (fork() == 0) {                      //@ name grandchild
            close(ends[0]);                     //@ one
            usleep(1000);
            return 0;
        }
        close(ends[1]);                         //@ two
        wait(NULL);
        return 0;
    }
    wait(NULL);
    return 0;
}
