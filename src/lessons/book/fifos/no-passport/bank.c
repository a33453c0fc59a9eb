// A bank that pays what is asked for through a name. It runs as bob, and the name is bob's.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define OPEN_TO 0666    // mode of the name: owner, group, others
#define THROUGH 0       // what the name is. 0: a FIFO; 1: a socket
#define ANN_FAR 0       // 1: ann is on another machine, which shares this one's disk

int make_desk(void);        // desk.c
void serve(int desk);

int main(void) {
    int desk = THROUGH == 1 ? make_desk() : mkfifo("pay", 0600);
    if (desk == -1) return 1;
    chmod("pay", OPEN_TO);                      //@ mode

    if (!ANN_FAR && fork() == 0) {              //@ name ann
        execl("./ann", "ann", NULL);
        return 127;
    }
    if (fork() == 0) {                          //@ name mal
        execl("./mal", "mal", NULL);
        return 127;
    }

    if (THROUGH == 1) {
        serve(desk);
    } else {
        int in = open("pay", O_RDONLY);         //@ bank-opens
        usleep(100000);
        char order[6];
        ssize_t n;
        while ((n = read(in, order, 6)) > 0)    //@ read
            write(STDOUT_FILENO, order, n);     //@ pays
    }
    while (wait(NULL) > 0) {
    }
    unlink("pay");
    return 0;
}
