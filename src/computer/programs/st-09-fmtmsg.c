/* fmtmsg(3): messages in X/Open's form, all parts or those that MSGVERB names. */
#include <fmtmsg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void messages(void)
{
	printf("%d\n", fmtmsg(MM_PRINT, "util:cat", MM_ERROR, "illegal option", "see cat", "util:cat:001"));
	printf("%d\n", fmtmsg(MM_PRINT, NULL, MM_HALT, NULL, NULL, NULL));
	printf("%d\n", fmtmsg(MM_PRINT | MM_SOFT, "a:b", MM_NOSEV, "text", NULL, "tag"));
	printf("%d\n", fmtmsg(MM_PRINT, "a:b", MM_INFO, NULL, "act", NULL));
	printf("%d\n", fmtmsg(0, "a:b", MM_WARNING, "nowhere", NULL, NULL));
	printf("%d\n", fmtmsg(MM_PRINT, "nocolon", MM_WARNING, "text", NULL, NULL));
	printf("%d\n", fmtmsg(MM_PRINT, "too-long-for:this", MM_WARNING, "text", NULL, NULL));
	printf("%d\n", fmtmsg(MM_PRINT, "a:b", 9, "text", NULL, NULL));
}

int main(void)
{
	const char *verbs[] = {NULL, "", "text:action", "label:severity:tag", "text:nothing", "tag:text:"};
	setvbuf(stdout, NULL, _IONBF, 0);
	dup2(1, 2);
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		printf("MSGVERB=%s\n", verbs[i] ? verbs[i] : "(none)");
		if (fork() == 0) {
			if (verbs[i])
				setenv("MSGVERB", verbs[i], 1);
			messages();
			_exit(0);
		}
		wait(NULL);
	}
	return 0;
}
