// Writes 'y' for ever.
#include <unistd.h>

int main(void) {
    for (;;)
        write(STDOUT_FILENO, "y\n", 2);         //@ write
}
