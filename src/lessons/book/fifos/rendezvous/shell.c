// Makes the name, and starts two programs that inherit nothing from each other.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("meet", 0600) == -1) return 1;   //@ make

    if (fork() == 0) {                          //@ name writer
        execl("./writer", "writer", NULL);
        return 127;
    }
    if (fork() == 0) {                          //@ name reader
        execl("./reader", "reader", NULL);
        return 127;
    }
    while (wait(NULL) > 0) {
    }
    unlink("meet");                             //@ remove
    return 0;
}
