// A child puts an array into order.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static int list[3] = {3, 1, 2};

int main(void) {
    pid_t child = fork();                       //@ name child
    if (child == -1) return 1;

    if (child == 0) {
        for (int i = 0; i < 3; i++)
            list[i] = i + 1;
        return 0;                               //@ sorted
    }

    wait(NULL);
    printf("%d %d %d\n", list[0], list[1], list[2]);
    return 0;
}
