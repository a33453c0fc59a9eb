/* ipcmk: makes a message queue of System V and prints its id. ipcmk -Q [-p MODE] */
#define _DEFAULT_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
	int mode = 0644;
	int wanted = 0;
	int option;
	while ((option = getopt(argc, argv, "Qp:")) != -1) {
		if (option == 'p')
			mode = strtol(optarg, NULL, 8);
		else if (option == 'Q')
			wanted = 1;
		else
			break;
	}
	if (option == '?' || !wanted) {
		if (option != '?')
			fprintf(stderr, "ipcmk: bad usage\n");
		fprintf(stderr, "Try 'ipcmk --help' for more information.\n");
		return 1;
	}
	srandom(time(NULL) ^ getpid());
	for (;;) {
		int id = msgget(random() | 1, IPC_CREAT | IPC_EXCL | mode);
		if (id == -1 && errno == EEXIST)
			continue;
		if (id == -1) {
			fprintf(stderr, "ipcmk: create message queue failed: %s\n", strerror(errno));
			return 1;
		}
		printf("Message queue id: %d\n", id);
		return 0;
	}
}
