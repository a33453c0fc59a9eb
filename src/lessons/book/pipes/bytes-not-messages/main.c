// A writer of records and a reader of bytes, joined by a pipe.
#include <sys/wait.h>
#include <unistd.h>

void writer(int to);        // writer.c
void reader(int from);      // reader.c

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t child = fork();                   //@ name writer
    if (child == -1) return 1;

    if (child == 0) {
        close(ends[0]);
        writer(ends[1]);
        return 0;
    }

    close(ends[1]);
    reader(ends[0]);
    wait(NULL);
    return 0;
}
