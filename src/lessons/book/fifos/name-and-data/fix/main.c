// A server that must serve both clients and must not spin.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int order(const char *what) {
    int out = open("orders", O_WRONLY);
    write(out, what, 4);
    close(out);
    return 0;
}

int main(void) {
    if (mkfifo("orders", 0600) == -1) return 1;

    if (fork() == 0) {                          //@ name bob
        if (fork() == 0)                        //@ name ann
            return order("tea\n");
        // Bob comes when ann has gone: at once, or when he next looks.
        while (waitpid(-1, NULL, WNOHANG) == 0) usleep(90000);
        return order("pie\n");
    }

    int in = open("orders", O_RDONLY), own = -1;
    //@ place before: the server, before it reads
    int served = 0;
    for (int reads = 0; reads < 3 && served < 2; reads++) {
        char text[4];
        ssize_t n = read(in, text, 4);
        if (n > 0) {
            write(STDOUT_FILENO, text, n);
            served++;
        } else {
            //@ place ended: the server, when read has returned 0
        }
    }
    if (own != -1) close(own);
    close(in);
    while (wait(NULL) > 0) {
    }
    return 0;
}
