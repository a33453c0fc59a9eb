// The second record is missing.
#include <unistd.h>

void writer(int to) {
    write(to, "7,ann\n", 6);
    //@ place second: the second record
}
