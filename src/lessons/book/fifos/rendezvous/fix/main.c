// A conversation over two names. The order of the opens is yours.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("ask", 0600) == -1 || mkfifo("reply", 0600) == -1) return 1;
    int in = -1, out = -1;

    pid_t child = fork();                   //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        //@ place child: the child, before it reads
        char word[4];
        ssize_t n = read(in, word, 4);
        if (n > 0) write(out, word, n);
        return 0;
    }

    //@ place parent: the parent, before it writes
    write(out, "ping", 4);
    char word[4];
    ssize_t n = read(in, word, 4);
    if (n > 0) write(STDOUT_FILENO, word, n);
    wait(NULL);
    return 0;
}
