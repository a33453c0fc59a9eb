/* ipcrm: removes message queues of System V. ipcrm [-q ID] [-Q KEY] [-a] … */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <unistd.h>

static int failed(const char *what, const char *text)
{
	const char *why = errno == EPERM || errno == EACCES ? "permission denied for" : errno == EIDRM ? "already removed" : "invalid";
	fprintf(stderr, "ipcrm: %s %s (%s)\n", why, what, text);
	return 1;
}

static int number(const char *text, int base)
{
	char *end;
	long value = strtol(text, &end, base);
	if (*end != 0 || end == text) {
		fprintf(stderr, "ipcrm: failed to parse argument: '%s'\n", text);
		exit(1);
	}
	return value;
}

static int by_id(const char *text)
{
	return msgctl(number(text, 10), IPC_RMID, NULL) == -1 ? failed("id", text) : 0;
}

static int by_key(const char *text)
{
	int key = number(text, 0);
	if (key == IPC_PRIVATE) {
		fprintf(stderr, "ipcrm: illegal key (%s)\n", text);
		return 1;
	}
	int id = msgget(key, 0);
	return id == -1 || msgctl(id, IPC_RMID, NULL) == -1 ? failed("key", text) : 0;
}

static int all(const char *category)
{
	if (category != NULL && strcmp(category, "msg") != 0) {
		fprintf(stderr, "ipcrm: unknown argument: %s\n", category);
		exit(1);
	}
	struct msginfo info;
	int highest = msgctl(0, MSG_INFO, (struct msqid_ds *)&info);
	int status = 0;
	for (int place = 0; place <= highest; place++) {
		struct msqid_ds queue;
		int id = msgctl(place, MSG_STAT, &queue);
		if (id == -1)
			continue;
		char text[12];
		snprintf(text, sizeof text, "%d", id);
		status |= by_id(text);
	}
	return status;
}

static void usage(void)
{
	printf("\nUsage:\n"
	       " ipcrm [options]\n"
	       " ipcrm msg <id>...\n\n"
	       "Remove message queues.\n\n"
	       "Options:\n"
	       " -q, --queue-id <id>        remove message queue by id\n"
	       " -Q, --queue-key <key>      remove message queue by key\n"
	       " -a, --all[=msg]            remove all (in the specified category)\n\n"
	       " -h, --help                 display this help\n\n"
	       "For more details see ipcrm(1).\n");
}

static const struct option OPTIONS[] = {
	{"queue-id", required_argument, NULL, 'q'},
	{"queue-key", required_argument, NULL, 'Q'},
	{"all", optional_argument, NULL, 'a'},
	{"help", no_argument, NULL, 'h'},
	{0},
};

int main(int argc, char *argv[])
{
	int status = 0;
	int option;
	if (argc > 2 && (strcmp(argv[1], "msg") == 0 || strcmp(argv[1], "queue") == 0)) {
		for (int i = 2; i < argc; i++)
			status |= by_id(argv[i]);
		return status;
	}
	while ((option = getopt_long(argc, argv, "q:Q:a::h", OPTIONS, NULL)) != -1) {
		if (option == '?') {
			fprintf(stderr, "Try 'ipcrm --help' for more information.\n");
			return 1;
		}
		if (option == 'h') {
			usage();
			return 0;
		}
		status |= option == 'q' ? by_id(optarg) : option == 'Q' ? by_key(optarg) : all(optarg);
	}
	return status;
}
