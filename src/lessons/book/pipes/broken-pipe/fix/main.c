// The writer should stop politely when nobody reads.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t reader = fork();                              //@ name reader
    if (reader == -1) return 1;

    if (reader == 0) {
        close(ends[1]);
        for (int i = 0; i < 3; i++) {
            char letter;
            read(ends[0], &letter, 1);
            write(STDOUT_FILENO, &letter, 1);
        }
        return 0;
    }

    close(ends[0]);
    //@ place before: before it writes
    for (char letter = 'a';; letter = letter == 'z' ? 'a' : letter + 1) {
        ssize_t n = write(ends[1], &letter, 1);
        if (n == 1) continue;
        //@ place after: this letter was not written
    }
    write(STDOUT_FILENO, ", bye", 5);
    wait(NULL);
    return 0;
}
