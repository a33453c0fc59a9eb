// A customer's machine. The name lies on a disk that the bank's machine uses, too.
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    // Whichever machine is the first makes the name.
    if (mkfifo("pay", 0622) == -1 && errno != EEXIST) return 1;

    int out = open("pay", O_WRONLY);    //@ opens
    write(out, "ann 5\n", 6);
    return 0;
}
