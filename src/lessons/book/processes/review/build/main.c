// Two workers add five numbers each; the parent wants the sum of both.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2] = {-1, -1};
    unsigned char part = 0;
    unsigned char sum = 0;

    //@ place before: before the workers

    for (int worker = 0; worker < 2; worker++) {
        if (fork() == 0) {                      //@ name worker
            for (int i = 1; i <= 5; i++)
                part += worker * 5 + i;
            //@ place worker: the worker has its part
            return 0;
        }
    }

    //@ place parent: the parent, before it collects
    while (read(ends[0], &part, 1) == 1)
        sum += part;
    //@ place after: the parent, when it has collected
    printf("%d\n", sum);
    return 0;
}
