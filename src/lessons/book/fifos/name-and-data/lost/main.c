// Four bytes are written, nobody reads, and everybody closes.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("orders", 0600) == -1) return 1;

    pid_t writer = fork();                  //@ name writer
    if (writer == -1) return 1;

    if (writer == 0) {
        int out = open("orders", O_WRONLY);
        write(out, "soup", 4);
        close(out);
        return 0;
    }

    int in = open("orders", O_RDONLY);
    wait(NULL);
    close(in);                              //@ last

    in = open("orders", O_RDONLY);          //@ again
    char text[4];
    ssize_t n = read(in, text, 4);
    write(STDOUT_FILENO, text, n);
    return 0;
}
