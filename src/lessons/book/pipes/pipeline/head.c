// Passes three lines on and leaves.
#include <unistd.h>

int main(void) {
    int lines = 0;
    char letter;
    while (lines < 3 && read(STDIN_FILENO, &letter, 1) == 1) {
        write(STDOUT_FILENO, &letter, 1);
        if (letter == '\n') lines++;
    }
    return 0;
}
