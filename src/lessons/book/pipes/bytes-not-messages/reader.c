// Takes what it gets, and prints each piece in brackets.
#include <stdio.h>
#include <unistd.h>

#define PIECE 5             // bytes it asks for at a time

void reader(int from) {
    char piece[PIECE];
    ssize_t n;
    while ((n = read(from, piece, PIECE)) > 0)          //@ read
        dprintf(STDOUT_FILENO, "[%.*s]", (int)n, piece);
}
