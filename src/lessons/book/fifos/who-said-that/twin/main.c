// Two clients write aaa and bbb, as quick as each likes.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("log", 0600) == -1) return 1;
    int in = open("log", O_RDWR);       // so that no client has to wait for a reader

    if (fork() == 0) {                  //@ name ann
        write(open("log", O_WRONLY), "aaa", 3);
        return 0;
    }
    if (fork() == 0) {                  //@ name bob
        int out = open("log", O_WRONLY);
        write(out, "bbb", 3);
        write(out, "bbb", 3);
        return 0;
    }

    char piece[3];
    for (int i = 0; i < 3; i++) {
        ssize_t n = read(in, piece, 3);
        write(STDOUT_FILENO, piece, n);
    }
    while (wait(NULL) > 0) {
    }
    return 0;
}
