// The other program.
//@ name printer
#include <stdio.h>

int main(void) {
    printf("two\n");
    return 0;
}
