// This reader asks again and again. It should ask, and sleep.
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;
    fcntl(ends[0], F_SETFL, O_NONBLOCK);

    pid_t child = fork();                   //@ name reader
    if (child == -1) return 1;

    if (child == 0) {
        close(ends[1]);
        struct pollfd wanted = {ends[0], POLLIN, 0};
        char byte;
        do {
            //@ place ask: before it reads
        } while (read(wanted.fd, &byte, 1) != 1);
        write(STDOUT_FILENO, &byte, 1);
        return 0;
    }

    close(ends[0]);
    for (int i = 0; i < 12; i++)
        write(STDOUT_FILENO, ".", 1);
    write(ends[1], "!", 1);
    wait(NULL);
    return 0;
}
