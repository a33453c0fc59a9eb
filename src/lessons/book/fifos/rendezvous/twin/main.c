// A conversation over two names, opened by each side with its own first.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("ask", 0600) == -1 || mkfifo("reply", 0600) == -1) return 1;

    pid_t child = fork();                   //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        int out = open("reply", O_WRONLY);   //@ child-first
        int in = open("ask", O_RDONLY);   //@ child-second
        char word[4];
        ssize_t n = read(in, word, 4);
        if (n > 0) write(out, word, n);
        return 0;
    }

    int out = open("ask", O_WRONLY);      //@ parent-first
    int in = open("reply", O_RDONLY);        //@ parent-second
    write(out, "ping", 4);
    char word[4];
    ssize_t n = read(in, word, 4);
    if (n > 0) write(STDOUT_FILENO, word, n);
    wait(NULL);
    return 0;
}
