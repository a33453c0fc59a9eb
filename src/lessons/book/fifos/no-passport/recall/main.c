// The name goes while somebody is inside.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("meet", 0600) == -1) return 1;
    int both = open("meet", O_RDWR);
    write(both, "kept", 4);
    unlink("meet");                     //@ remove
    char text[4];
    ssize_t n = read(both, text, 4);
    write(STDOUT_FILENO, text, n);
    return 0;
}
