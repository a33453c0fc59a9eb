// Two clients send a word letter by letter. The reader sorts the letters by who sent them.
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int client(char name, const char *word) {
    int out = open("log", O_WRONLY);
    for (int i = 0; i < 2; i++) {
        //@ place send: the client, for each letter of its word
    }
    (void)name, (void)word;
    return 0;
}

int main(void) {
    if (mkfifo("log", 0600) == -1) return 1;

    if (fork() == 0)                    //@ name ann
        return client('a', "up");
    if (fork() == 0)                    //@ name bob
        return client('b', "on");

    int in = open("log", O_RDWR);       // so that no client has to wait, and none can be the last
    char words[2][3] = {"", ""};
    int lengths[2] = {0, 0};
    char record[2];                     // a name and a letter
    for (int i = 0; i < 4 && read(in, record, 2) == 2; i++) {
        int who = record[0] == 'b';
        if (lengths[who] < 2) words[who][lengths[who]++] = record[1];
    }
    printf("ann: %s, bob: %s\n", words[0], words[1]);
    while (wait(NULL) > 0) {
    }
    return 0;
}
