// A server that answers each of its clients through a name of the client's own.
#include <ctype.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int client(char letter) {
    char mine[] = "to-?";
    mine[3] = letter;
    //@ place client: the client, before it asks
    int out = open("ask", O_WRONLY);
    write(out, &letter, 1);
    int in = open(mine, O_RDONLY);
    if (in != -1 && read(in, &letter, 1) == 1) write(STDOUT_FILENO, &letter, 1);
    return 0;
}

int main(void) {
    if (mkfifo("ask", 0600) == -1) return 1;
    if (fork() == 0)                        //@ name ann
        return client('a');
    if (fork() == 0)                        //@ name bob
        return client('b');

    int in = open("ask", O_RDONLY), own = -1;
    //@ place server: the server, before it reads
    char letter;
    for (int answered = 0; answered < 2 && read(in, &letter, 1) == 1; answered++) {
        char name[] = "to-?";
        name[3] = letter;
        letter = toupper(letter);
        int out = STDOUT_FILENO;
        //@ place answer: the server, before it answers
        write(out, &letter, 1);
    }
    if (own != -1) close(own);
    while (wait(NULL) > 0) {
    }
    return 0;
}
