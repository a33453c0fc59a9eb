// A writer that never stops, and a reader that has soon had enough.
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define ON_SIGPIPE 0        // 0: as usual; 1: ignored; 2: a handler
#define LETTERS_READ 3      // letters that the reader takes
#define WRITER_PAUSE 0      // microseconds after each letter

static void handler(int number) {
    (void)number;
    write(STDOUT_FILENO, "!", 1);                       //@ handler
}

int main(void) {
    int ends[2];
    if (pipe(ends) == -1) return 1;

    pid_t reader = fork();                              //@ name reader
    if (reader == -1) return 1;

    if (reader == 0) {
        close(ends[1]);
        usleep(100);
        for (int i = 0; i < LETTERS_READ; i++) {
            char letter;
            read(ends[0], &letter, 1);                  //@ read
            write(STDOUT_FILENO, &letter, 1);
        }
        return 0;                                       //@ enough
    }

    close(ends[0]);
    if (ON_SIGPIPE == 1) signal(SIGPIPE, SIG_IGN);      //@ ignore
    if (ON_SIGPIPE == 2) signal(SIGPIPE, handler);
    char letter = 'a';
    while (write(ends[1], &letter, 1) == 1) {           //@ write
        letter = letter == 'z' ? 'a' : letter + 1;
        if (WRITER_PAUSE) usleep(WRITER_PAUSE);
    }
    perror("writer");                                   //@ failed
    wait(NULL);
    return 1;
}
