// Three stages in a row: names | upper | number.
#include <ctype.h>
#include <sys/wait.h>
#include <unistd.h>

static void names(void) {
    write(STDOUT_FILENO, "ann\n", 4);
    write(STDOUT_FILENO, "bob\n", 4);
    write(STDOUT_FILENO, "eve\n", 4);
}

static void upper(void) {
    char letter;
    while (read(STDIN_FILENO, &letter, 1) == 1) {
        letter = toupper(letter);
        write(STDOUT_FILENO, &letter, 1);
    }
}

static void number(void) {
    char line[8] = "1 ";
    int at = 2;
    while (read(STDIN_FILENO, &line[at], 1) == 1) {
        if (line[at++] != '\n') continue;
        write(STDOUT_FILENO, line, at);
        line[0]++;
        at = 2;
    }
}

int main(void) {
    int a[2], b[2];
    if (pipe(a) == -1 || pipe(b) == -1) return 1;

    if (fork() == 0) {                          //@ name names
        //@ place names: the first stage
        close(a[0]), close(a[1]), close(b[0]), close(b[1]);
        names();
        return 0;
    }
    if (fork() == 0) {                          //@ name upper
        //@ place upper: the second stage
        close(a[0]), close(a[1]), close(b[0]), close(b[1]);
        upper();
        return 0;
    }
    if (fork() == 0) {                          //@ name number
        //@ place number: the third stage
        close(a[0]), close(a[1]), close(b[0]), close(b[1]);
        number();
        return 0;
    }

    //@ place shell: the parent, before it waits
    while (wait(NULL) > 0) {
    }
    return 0;
}
