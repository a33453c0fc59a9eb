// Takes what the FIFO gives, piece by piece, in brackets. Then the messages of the queue, in angle brackets.
#include <errno.h>
#include <mqueue.h>
#include <stdio.h>
#include <unistd.h>

#define PIECE 16            // bytes it asks the FIFO for at a time

void receiver(int line, mqd_t box) {
    char text[16];
    ssize_t n;
    while ((n = read(line, text, PIECE)) > 0)                           //@ read
        dprintf(STDOUT_FILENO, "[%.*s]", (int)n, text);
    while ((n = mq_receive(box, text, sizeof text, NULL)) >= 0)         //@ receive
        dprintf(STDOUT_FILENO, "<%.*s>", (int)n, text);
    if (errno == EMSGSIZE) dprintf(STDOUT_FILENO, "(buffer too small)");
}
