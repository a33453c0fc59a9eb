// Written in the evening, read in the morning by a program that did not exist before.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (fork() == 0) {                          //@ name camera
        int out = open("night", O_WRONLY | O_CREAT | O_TRUNC, 0644);
        for (int i = 0; i < 3; i++)
            write(out, "photo\n", 6);           //@ photo
        return 0;
    }
    wait(NULL);                                 //@ night

    if (fork() == 0) {                          //@ name viewer
        char text[32];
        int in = open("night", O_RDONLY);       //@ again
        ssize_t n = read(in, text, sizeof text);
        if (n > 0) write(STDOUT_FILENO, text, n);
        return 0;
    }
    wait(NULL);
    return 0;
}
