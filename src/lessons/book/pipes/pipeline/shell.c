// What a shell does for 'gen | count'.
#include <sys/wait.h>
#include <unistd.h>

#define SHELL_CLOSES 1      // whether the shell gives up its own two ends
#define STAGES 2            // with more, 'copy' stands in the middle
#define HEAD 0              // whether 'head' is the last stage instead of 'count'

/* One more stage before this one: it reads what this one would have read, and this one reads what it writes. */
static void insert_copy(void) {
    int ends[2];
    if (pipe(ends) == -1) return;
    if (fork() == 0) {                          //@ name copy
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl("./copy", "copy", NULL);
        _exit(127);
    }
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    close(ends[1]);
}

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;             //@ make

    if (fork() == 0) {                          //@ name gen
        dup2(ends[1], STDOUT_FILENO);           //@ gen-out
        close(ends[0]);
        close(ends[1]);
        execl("./gen", "gen", NULL);            //@ gen-exec
        return 127;
    }
    if (fork() == 0) {                          //@ name count
        dup2(ends[0], STDIN_FILENO);            //@ count-in
        close(ends[0]);
        close(ends[1]);
        for (int i = 2; i < STAGES; i++) insert_copy();
        if (HEAD) execl("./head", "head", NULL);
        execl("./count", "count", NULL);        //@ count-exec
        return 127;
    }

    if (SHELL_CLOSES) {
        close(ends[0]);
        close(ends[1]);                         //@ shell-closes
    }
    while (wait(NULL) > 0) {                    //@ wait
    }
    return 0;
}
