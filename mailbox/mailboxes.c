/* mailboxes: the mailboxes of this machine, and what is inside. cc -o mailboxes mailboxes.c */
#include "mailbox.c"
#include <pwd.h>

static void show(const char *name)
{
	struct request request = {.verb = LOOK};
	struct answer in;
	struct inside look;
	int box = connect_to(name);
	if (box == -1)
		return;
	int asked = ask(box, &request, offsetof(struct request, letter), &in);
	close(box);
	if (asked == -1)
		return;
	memcpy(&look, in.letter, sizeof look);
	struct passwd *user = getpwuid(look.owner);
	char number[16];
	snprintf(number, sizeof number, "%u", look.owner);
	printf("%-24s %-10s %8d %8d %8zu\n", name, user ? user->pw_name : number, look.letters, look.capacity, look.bytes);
}

/* The keepers' sockets: "@mailbox/orders" at the end of a line whose flags say that somebody accepts (proc_pid_net(5)). */
int main(void)
{
	char line[512];
	FILE *sockets = fopen("/proc/net/unix", "r");
	if (sockets == NULL) {
		perror("mailboxes: /proc/net/unix");
		return 1;
	}
	printf("%-24s %-10s %8s %8s %8s\n", "NAME", "OWNER", "LETTERS", "CAPACITY", "BYTES");
	while (fgets(line, sizeof line, sockets) != NULL) {
		unsigned flags;
		char name[128];
		if (sscanf(line, "%*s %*x %*x %x %*x %*x %*u @mailbox%127s", &flags, name) == 2 && flags & 0x10000)
			show(name);
	}
	fclose(sockets);
	return 0;
}
