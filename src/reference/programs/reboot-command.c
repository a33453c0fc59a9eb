/* A command that reboot does not know; as root. */
#include "row.h"
#include <sys/reboot.h>

int main(void)
{
	show("reboot with a command that is none", reboot(7));
	return 0;
}
