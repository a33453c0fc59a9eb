/* System V queues until the system allows no more, with at most 3 System V queues. */
#include "row.h"
#include <sys/ipc.h>
#include <sys/msg.h>

int main(void)
{
	int first = msgget(IPC_PRIVATE, 0600);
	msgget(IPC_PRIVATE, 0600);
	msgget(IPC_PRIVATE, 0600);
	show("a fourth queue", msgget(IPC_PRIVATE, 0600));
	show("nor one with a key", msgget(4711, IPC_CREAT | 0600));
	show("one is removed", msgctl(first, IPC_RMID, NULL));
	show("so there is place for another", msgget(IPC_PRIVATE, 0600) == -1 ? -1 : 0);
	return 0;
}
