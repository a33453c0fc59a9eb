// Passes standard input on to standard output, as 'cat' does.
#include <unistd.h>

int main(void) {
    char text[8];
    ssize_t n;
    while ((n = read(STDIN_FILENO, text, sizeof text)) > 0)     //@ read
        write(STDOUT_FILENO, text, n);
    return 0;
}
