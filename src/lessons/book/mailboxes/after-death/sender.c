// Three records, each in two halves, as a program does that writes as it goes. A letter is sent when it is whole.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>
#include "mailbox.h"

#define DIES_IN 3           // the record in whose middle it is killed; 4: it lives to send all
#define REMOVES 0           // when it takes the name of the box away. 1: before it begins; 2: after two letters

void sender(int to) {
    int line = open("line", O_RDWR);            //@ open-fifo
    int box = mailbox_open("/line", 3);         //@ open-box
    if (REMOVES == 1) mailbox_remove("/line");
    char job[] = "job?;";
    for (int i = 1; i <= 3; i++) {
        job[3] = '0' + i;
        write(to, job, 2);                      //@ half
        write(line, job, 2);
        if (i == DIES_IN) kill(getpid(), SIGKILL);  //@ dies
        write(to, job + 2, 3);
        write(line, job + 2, 3);
        mailbox_send(box, job, 4);              //@ send
        if (REMOVES == 2 && i == 2) mailbox_remove("/line");
    }
}
