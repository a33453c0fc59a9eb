// Clients that write records of one letter into one name, and a reader that has to make sense of it.
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define RECORD 3            // bytes in each record
#define CLIENTS 2           // how many clients write
#define READER_PAUSE 9000   // microseconds before the reader begins

static int client(char letter) {
    int out = open("log", O_WRONLY);            //@ client-opens
    char record[RECORD];
    memset(record, letter, RECORD);
    write(out, record, RECORD);                 //@ first-record
    write(out, record, RECORD);                 //@ second-record
    return 0;
}

int main(void) {
    if (mkfifo("log", 0600) == -1) return 1;

    if (fork() == 0)                            //@ name ann
        return client('a');
    if (CLIENTS > 1 && fork() == 0)             //@ name bob
        return client('b');
    if (CLIENTS > 2 && fork() == 0)             //@ name cy
        return client('c');

    int in = open("log", O_RDWR);               //@ reader-opens
    usleep(READER_PAUSE);
    char piece[4];
    for (ssize_t n, left = 2 * RECORD * CLIENTS; left > 0; left -= n) {
        n = read(in, piece, 4);                 //@ read
        write(STDOUT_FILENO, piece, n);
    }
    while (wait(NULL) > 0) {
    }
    unlink("log");
    return 0;
}
