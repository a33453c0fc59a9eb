// A record whose name has a comma in it.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                   //@ name writer
    if (child == -1) return 1;

    if (child == 0) {
        close(ends[0]);
        write(ends[1], "9,Lee, Ann\n", 11);
        return 0;
    }

    close(ends[1]);
    int fields = 1;
    char letter;
    while (read(ends[0], &letter, 1) == 1 && letter != '\n')
        if (letter == ',') fields++;
    printf("%d\n", fields);
    wait(NULL);
    return 0;
}
