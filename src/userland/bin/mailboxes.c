/* mailboxes: the mailboxes of this machine, and what is inside. On Linux, mailbox/mailboxes.c prints the same. */
#include <pwd.h>
#include <stdio.h>

int main(void)
{
	char name[128];
	unsigned owner;
	int letters, capacity;
	size_t bytes;
	FILE *boxes = fopen("/proc/mailboxes", "r");
	if (boxes == NULL) {
		perror("mailboxes: /proc/mailboxes");
		return 1;
	}
	printf("%-24s %-10s %8s %8s %8s\n", "NAME", "OWNER", "LETTERS", "CAPACITY", "BYTES");
	while (fscanf(boxes, "%127s %u %d %d %zu", name, &owner, &letters, &capacity, &bytes) == 5) {
		struct passwd *user = getpwuid(owner);
		char number[16];
		snprintf(number, sizeof number, "%u", owner);
		printf("%-24s %-10s %8d %8d %8zu\n", name, user ? user->pw_name : number, letters, capacity, bytes);
	}
	fclose(boxes);
	return 0;
}
