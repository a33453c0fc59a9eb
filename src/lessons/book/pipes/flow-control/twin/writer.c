// Writes all letters in one call.
#include <unistd.h>

void writer(int to) {
    write(to, "abcdefghijkl", 12);          //@ write
}
