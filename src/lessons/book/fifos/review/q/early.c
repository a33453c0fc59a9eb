// A reader that is let in before anybody writes.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("meet", 0600) == -1) return 1;
    int in = open("meet", O_RDONLY | O_NONBLOCK);
    if (in == -1) return 1;
    char text[4];
    ssize_t n = read(in, text, 4);          //@ read
    write(STDOUT_FILENO, n == 0 ? "zero" : "not zero", n == 0 ? 4 : 8);
    return 0;
}
