// Two writes, and then one read with room for all.
#include <unistd.h>

int main(void) {
    int ends[2];
    char text[16];
    if (pipe(ends) == -1) return 1;
    write(ends[1], "yes", 3);
    write(ends[1], "then", 4);
    return read(ends[0], text, sizeof text) == 7 ? 0 : 1;
}
