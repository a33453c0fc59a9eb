// A letter that names another sender than it has.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include "mailbox.h"

int main(void) {
    int box = mailbox_open("/pay", 2);
    if (box == -1) return 1;
    if (fork() == 0) {                          //@ name mal
        char text[16];
        int n = snprintf(text, sizeof text, "from %d", (int)getppid());
        mailbox_send(box, text, n);
        return 0;
    }
    wait(NULL);
    char text[16] = "";
    struct mailbox_stamp stamp;
    mailbox_receive(box, text, sizeof text, &stamp);
    mailbox_remove("/pay");
    dprintf(STDOUT_FILENO, "%s", stamp.pid == getpid() ? "me" : "another");
    return 0;
}
