// A sender uses three ways at once and is killed in the middle of a record. Then a receiver is started.
#include <fcntl.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "mailbox.h"

#define PARENT_HOLDS 0      // whether the parent has the FIFO open, too
#define REBOOTS 0           // 1: the machine is started anew in between; with root's rights it really is

void sender(int to);        // sender.c
void receiver(int from);    // receiver.c

int received;               // receivers that have been started before

int main(void) {
    int ends[2];
    int before = mkfifo("line", 0600) == -1;        //@ make
    if (pipe(ends) == -1) return 1;
    if (PARENT_HOLDS && open("line", O_RDWR) == -1) return 1;      //@ hold

    if (!before && fork() == 0) {                   //@ name sender
        sender(ends[1]);
        return 0;
    }
    close(ends[1]);
    wait(NULL);                                     //@ dead
    if (REBOOTS && !before) reboot(RB_AUTOBOOT);    //@ reboot

    int status;
    do {                                            // when one is killed, another goes on
        if (fork() == 0) {                          //@ name receiver
            receiver(ends[0]);
            return 0;
        }
        received++;
    } while (wait(&status) > 0 && WIFSIGNALED(status));
    unlink("line");
    mailbox_remove("/line");                        //@ remove
    return 0;
}
