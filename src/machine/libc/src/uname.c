// uname: what this computer calls itself.
#define _GNU_SOURCE
#include <string.h>
#include <sys/utsname.h>

int __uname(struct utsname *name);

int uname(struct utsname *name)
{
	if (__uname(name) == -1)
		return -1;
	memset(name, 0, sizeof *name);
	strcpy(name->sysname, "Linux");
	strcpy(name->nodename, "interprocess");
	strcpy(name->release, "6.1.0");
	strcpy(name->version, "#1");
	strcpy(name->machine, "x86_64");
	strcpy(name->domainname, "(none)");
	return 0;
}
