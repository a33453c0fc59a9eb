// One pipe for both directions: the parent asks, and waits for the answer in the same pipe.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                   //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        usleep(1000);
        char question;
        if (read(ends[0], &question, 1) == 1)
            write(ends[1], "!", 1);
        return 0;
    }

    write(ends[1], "?", 1);                 //@ ask
    char answer;
    read(ends[0], &answer, 1);              //@ answer
    write(STDOUT_FILENO, &answer, 1);
    write(ends[1], ".", 1);                 // so that the child gets something to read
    wait(NULL);
    return 0;
}
