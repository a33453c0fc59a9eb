// A sender uses three ways at once and is killed in the middle of a record. Then a receiver is started.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <fcntl.h>
#include "mailbox.h"

#define PARENT_HOLDS 0      // whether the parent has the FIFO open, too

void sender(int to);        // sender.c
void receiver(int from);    // receiver.c

int main(void) {
    int ends[2];
    if (pipe(ends) == -1 || mkfifo("line", 0600) == -1) return 1;  //@ make
    if (PARENT_HOLDS && open("line", O_RDWR) == -1) return 1;      //@ hold

    if (fork() == 0) {                          //@ name sender
        sender(ends[1]);
        return 0;
    }
    close(ends[1]);
    wait(NULL);                                 //@ dead

    if (fork() == 0) {                          //@ name receiver
        receiver(ends[0]);
        return 0;
    }
    wait(NULL);
    unlink("line");
    mailbox_remove("/line");                    //@ remove
    return 0;
}
