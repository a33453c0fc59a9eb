// A writer that will not wait.
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    if (mkfifo("meet", 0600) == -1) return 1;
    int out = open("meet", O_WRONLY | O_NONBLOCK);
    if (out == -1 && errno == ENXIO) {
        write(STDOUT_FILENO, "nobody there", 12);
        return 1;
    }
    write(STDOUT_FILENO, "open", 4);
    return 0;
}
