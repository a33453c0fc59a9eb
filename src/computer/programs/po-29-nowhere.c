/* PO-29: a list of descriptors that is nowhere, or longer than may be. */
#define _GNU_SOURCE
#include "row.h"

int main(void)
{
	struct pollfd *low = (struct pollfd *)8, *kernel = (struct pollfd *)0xffff800000000000;
	struct pollfd *last = (struct pollfd *)0x7ffffffff000, *none = NULL, one = {-1, POLLIN, 0};
	struct timespec now = {0, 0}, odd = {0, -1};
	row("PO-29 lists that are nowhere");
	show("none of NULL", poll(none, 0, 0));
	show("none of 8", poll(low, 0, 0));
	show("none of the last page", poll(last, 0, 0));
	show("none of the kernel's", poll(kernel, 0, 5));
	show("none behind the last page", poll((struct pollfd *)((char *)last + 1), 0, 0));
	show("one of NULL", poll(none, 1, 0));
	show("one of 8", poll(low, 1, 0));
	show("one of the kernel's", poll(kernel, 1, 0));
	show("too many of 8", poll(low, 1 << 30, 0));
	show("too many", poll(&one, -1, 0));
	show("ppoll, none of the kernel's", ppoll(kernel, 0, &now, NULL));
	show("ppoll, one of 8", ppoll(low, 1, &now, NULL));
	show("ppoll, one of 8 and no time", ppoll(low, 1, &odd, NULL));
	show("ppoll, a set that is nowhere", ppoll(&one, 1, &now, (sigset_t *)8));
	show("ppoll, that and no time", ppoll(&one, 1, &odd, (sigset_t *)8));
	return 0;
}
