// Two letters that both say they are the clerk's. Only one is.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include "mailbox.h"

int main(void) {
    int desk = mailbox_open("/desk", 2);
    if (desk == -1) return 1;
    pid_t clerk = fork();                                       //@ name clerk
    if (clerk == 0) {
        mailbox_send(desk, "clerk:go", 8);
        return 0;
    }
    if (fork() == 0) {                                          //@ name mal
        mailbox_send(desk, "clerk:stop", 10);
        return 0;
    }

    for (int i = 0; i < 2; i++) {
        char text[16] = "";
        struct mailbox_stamp stamp;
        int trusted = 0;
        mailbox_receive(desk, text, sizeof text, &stamp);
        //@ place check: whether to obey
        if (trusted) dprintf(STDOUT_FILENO, "obeys %s ", text);
    }
    mailbox_remove("/desk");
    while (wait(NULL) > 0) {
    }
    return 0;
}
