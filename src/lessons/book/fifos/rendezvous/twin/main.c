// A conversation over two names, opened by each side with its own first.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("there", 0600) == -1 || mkfifo("back", 0600) == -1) return 1;

    pid_t child = fork();                   //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        int out = open("back", O_WRONLY);   //@ child-first
        int in = open("there", O_RDONLY);   //@ child-second
        char word[4];
        ssize_t n = read(in, word, 4);
        write(out, word, n);
        return 0;
    }

    int out = open("there", O_WRONLY);      //@ parent-first
    int in = open("back", O_RDONLY);        //@ parent-second
    write(out, "ping", 4);
    char word[4];
    ssize_t n = read(in, word, 4);
    write(STDOUT_FILENO, word, n);
    wait(NULL);
    return 0;
}
