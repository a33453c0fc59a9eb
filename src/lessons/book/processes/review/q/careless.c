// The child closes everything. What is left to the parent?
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                       //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        close(ends[0]);
        close(ends[1]);
        return 0;
    }

    wait(NULL);
    write(ends[1], "ok", 2);                    //@ write
    char text[2];
    ssize_t n = read(ends[0], text, sizeof text);
    if (n > 0) write(STDOUT_FILENO, text, n);
    return 0;
}
