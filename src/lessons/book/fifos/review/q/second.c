// One writer and one reader have met. A second writer comes.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("meet", 0600) == -1) return 1;

    if (fork() == 0) {                      //@ name ann
        int out = open("meet", O_WRONLY);
        usleep(90000);
        close(out);
        return 0;
    }
    if (fork() == 0) {                      //@ name bob
        usleep(20000);
        int out = open("meet", O_WRONLY);   //@ second-opens
        write(out, "in", 2);
        return 0;
    }

    int in = open("meet", O_RDONLY);
    char text[4];
    ssize_t n;
    while ((n = read(in, text, 4)) > 0)
        write(STDOUT_FILENO, text, n);
    while (wait(NULL) > 0) {
    }
    return 0;
}
