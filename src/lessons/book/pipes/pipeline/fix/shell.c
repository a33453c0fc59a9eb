// 'gen | count', with the middle missing.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    if (fork() == 0) {                          //@ name gen
        //@ place gen: the child that becomes gen
        execl("./gen", "gen", NULL);
        return 127;
    }
    if (fork() == 0) {                          //@ name count
        //@ place count: the child that becomes count
        execl("./count", "count", NULL);
        return 127;
    }

    //@ place shell: the shell, before it waits
    while (wait(NULL) > 0) {
    }
    return 0;
}
