// The reader does not wait. The writer has come and gone.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;
    fcntl(ends[0], F_SETFL, O_NONBLOCK);

    pid_t writer = fork();                      //@ name writer
    if (writer == -1) return 1;
    if (writer == 0) return 0;

    close(ends[1]);
    wait(NULL);
    char letter;
    ssize_t n = read(ends[0], &letter, 1);      //@ read
    write(STDOUT_FILENO, n == 0 ? "end" : "not yet", n == 0 ? 3 : 7);
    return 0;
}
