// Takes what the pipe gives, piece by piece, in brackets. Then two letters from the queue, in angle brackets.
#include <mqueue.h>
#include <stdio.h>
#include <unistd.h>

#define PIECE 16            // bytes it asks the pipe for at a time

void receiver(int from, mqd_t box) {
    char text[16];
    ssize_t n;
    while ((n = read(from, text, PIECE)) > 0)           //@ read
        dprintf(STDOUT_FILENO, "[%.*s]", (int)n, text);
    for (int i = 0; i < 2; i++) {
        n = mq_receive(box, text, sizeof text, NULL);   //@ receive
        dprintf(STDOUT_FILENO, "<%.*s>", (int)n, text);
    }
}
