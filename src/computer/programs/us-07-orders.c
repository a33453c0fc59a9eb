/* What is asked first: O_TRUNC wants to write, mknod the folder before the privilege, rename both ways before either name,
 * link whose object it is before the folder of its new name; as root. */
#define _GNU_SOURCE
#include "row.h"
#include <grp.h>
#include <sys/sysmacros.h>

int main(void)
{
	umask(022);
	chmod(".", 0755);
	setgroups(0, NULL);
	close(open("text", O_WRONLY | O_CREAT, 0644));
	mkfifo("fifo", 0666);
	mkdir("folder", 0755);
	close(open("own", O_WRONLY | O_CREAT, 0600));
	chown("own", 1001, 1001);
	setresgid(1001, 1001, 1001);
	setresuid(1001, 1001, 1001);
	show("open for reading", open("text", O_RDONLY) == -1 ? -1 : 0);
	show("open for reading with O_TRUNC", open("text", O_RDONLY | O_TRUNC));
	show("open a FIFO for reading with O_TRUNC", open("fifo", O_RDONLY | O_NONBLOCK | O_TRUNC));
	show("a device in another's folder", mknod("device", S_IFCHR | 0600, makedev(1, 3)));
	show("a device under a name that is taken", mknod("text", S_IFCHR | 0600, makedev(1, 3)));
	show("rename what is not there to below a file", rename("none", "fifo/none"));
	show("rename what is not there to a folder that is not", rename("none", "no/none"));
	show("rename what is not there", rename("none", "other"));
	show("link another's FIFO", link("fifo", "new"));
	show("link another's file", link("text", "new"));
	show("link another's folder", link("folder", "new"));
	show("link one's own file", link("own", "new"));
	show("link to a name that is taken", link("fifo", "text"));
	show("link to below a file", link("fifo", "text/new"));
	show("link to a name with a slash", link("fifo", "new/"));
	return 0;
}
