// The bank's machine. The name lies on a disk that another machine uses, too.
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    // Whichever machine is the first makes the name.
    if (mkfifo("pay", 0600) == -1 && errno != EEXIST) return 1;

    int in = open("pay", O_RDONLY);     //@ opens
    char order[6];
    ssize_t n = read(in, order, 6);
    write(STDOUT_FILENO, order, n);
    return 0;
}
