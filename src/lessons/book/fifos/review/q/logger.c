// A logger that stays, and programs that come, say one line and go.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int say(const char *line) {
    int log = open("log", O_WRONLY);
    write(log, line, 4);
    return 0;
}

int main(void) {
    if (mkfifo("log", 0600) == -1) return 1;

    if (fork() == 0)                    //@ name ann
        return say("ann\n");
    if (fork() == 0) {                  //@ name bob
        usleep(400000);
        return say("bob\n");
    }

    int log = open("log", O_RDWR);
    char line[4];
    for (int lines = 0; lines < 2; lines++) {
        ssize_t n = read(log, line, 4); //@ reads
        write(STDOUT_FILENO, line, n);
    }
    while (wait(NULL) > 0) {
    }
    return 0;
}
