// Counts the lines of standard input. It knows of no pipe.
#include <stdio.h>
#include <unistd.h>

#define COUNT_PAUSE 100     // microseconds after each read

int main(void) {
    int lines = 0;
    char text[8];
    ssize_t n;
    while ((n = read(STDIN_FILENO, text, sizeof text)) > 0) {   //@ read
        for (ssize_t i = 0; i < n; i++)
            if (text[i] == '\n') lines++;
        usleep(COUNT_PAUSE);
    }
    printf("%d\n", lines);                      //@ print
    return 0;
}
