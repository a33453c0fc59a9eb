/* utmp: records of who is logged in, in a file that may not be there. */
#define _GNU_SOURCE
#include "row.h"
#include <utmp.h>
#include <utmpx.h>

static void all(void)
{
	struct utmp *entry;
	setutent();
	while ((entry = getutent()) != NULL)
		printf("%d %.32s %.4s %.32s %d\n", entry->ut_type, entry->ut_line, entry->ut_id, entry->ut_user, entry->ut_tv.tv_sec);
	fflush(stdout);
}

int main(void)
{
	struct utmp entry = {.ut_type = USER_PROCESS, .ut_line = "pts/0", .ut_id = "0", .ut_user = "ann", .ut_tv.tv_sec = 100};
	struct utmpx wanted = {.ut_type = USER_PROCESS, .ut_line = "pts/1", .ut_id = "1"};
	show("size", sizeof entry);
	utmpname("none");
	errno = 0;
	setutent();
	show("nobody", getutent() != NULL);
	show("since there is no file", errno == ENOENT);
	utmpname("users");
	close(open("users", O_CREAT | O_RDWR, 0644));
	all();
	show("put", pututline(&entry) != NULL);
	strcpy(entry.ut_line, "pts/1");
	strcpy(entry.ut_id, "1");
	strcpy(entry.ut_user, "bob");
	show("put", pututline(&entry) != NULL);
	all();
	setutent();
	struct utmpx *found = getutxid(&wanted);
	printf("by id: %s\n", found ? found->ut_user : "-");
	setutxent();
	found = getutxline(&wanted);
	printf("by line: %s\n", found ? found->ut_user : "-");
	strcpy(wanted.ut_line, "pts/7");
	show("nobody there", getutxline(&wanted) != NULL);
	setutent();
	entry.ut_type = DEAD_PROCESS;
	entry.ut_tv.tv_sec = 200;
	show("put anew", pututline(&entry) != NULL);
	all();
	entry.ut_tv.tv_sec = 300;
	updwtmp("users", &entry);
	all();
	endutent();
	return 0;
}
