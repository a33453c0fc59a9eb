/* reboot(2): who is not root is refused, whatever the command. */
#include "row.h"
#include <sys/reboot.h>

int main(void)
{
	if (geteuid() == 0 && setuid(1000) == -1) return 1;
	show("not a command", reboot(1));
	return 0;
}
