// What a shell does for 'yes | head -n 3'.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    if (fork() == 0) {                          //@ name yes
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl("./yes", "yes", NULL);
        return 127;
    }
    if (fork() == 0) {                          //@ name head
        dup2(ends[0], STDIN_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl("./head", "head", NULL);
        return 127;
    }

    close(ends[0]);
    close(ends[1]);
    while (wait(NULL) > 0) {
    }
    return 0;
}
