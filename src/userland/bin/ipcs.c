/* ipcs: the message queues of System V. ipcs [-qmsa] [-t | -p | -c | -l | -u] [-i ID]; of segments and semaphores there are none. */
#define _GNU_SOURCE
#include <getopt.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <time.h>
#include <unistd.h>

static const char *user(uid_t uid)
{
	static char names[4][16];
	static int next;
	char *name = names[next++ % 4];
	struct passwd *entry = getpwuid(uid);
	if (entry != NULL)
		snprintf(name, sizeof names[0], "%.10s", entry->pw_name);
	else
		snprintf(name, sizeof names[0], "%u", uid);
	return name;
}

static const char *when(time_t time)
{
	static char texts[3][24];
	static int next;
	char *text = texts[next++ % 3];
	snprintf(text, sizeof texts[0], "%.15s", time == 0 ? "Not set" : ctime(&time) + 4);
	return text;
}

static void header(int format)
{
	switch (format) {
	case 't':
		printf("------ Message Queues Send/Recv/Change Times --------\n");
		printf("%-8s %-10s %-20s %-20s %-20s\n", "msqid", "owner", "send", "recv", "change");
		break;
	case 'p':
		printf("------ Message Queues PIDs --------\n");
		printf("%-10s %-10s %-10s %-10s\n", "msqid", "owner", "lspid", "lrpid");
		break;
	case 'c':
		printf("------ Message Queues Creators/Owners --------\n");
		printf("%-10s %-10s %-10s %-10s %-10s %-10s\n", "msqid", "perms", "cuid", "cgid", "uid", "gid");
		break;
	default:
		printf("------ Message Queues --------\n");
		printf("%-10s %-10s %-10s %-10s %-12s %-12s\n", "key", "msqid", "owner", "perms", "used-bytes", "messages");
	}
}

static void row(int format, int id, const struct msqid_ds *queue)
{
	const struct ipc_perm *perm = &queue->msg_perm;
	switch (format) {
	case 't':
		printf("%-8d %-10s %-20s %-20s %-20s\n", id, user(perm->uid), when(queue->msg_stime), when(queue->msg_rtime),
		       when(queue->msg_ctime));
		break;
	case 'p':
		printf("%-8d %-10s  %5u     %5u\n", id, user(perm->uid), queue->msg_lspid, queue->msg_lrpid);
		break;
	case 'c':
		printf("%-10d %-10o %-10s %-10s %-10s %-10s\n", id, perm->mode & 0777, user(perm->cuid), user(perm->cgid),
		       user(perm->uid), user(perm->gid));
		break;
	default:
		printf("0x%08x %-10d %-10s %-10o %-12lu %-12lu\n", perm->__key, id, user(perm->uid), perm->mode & 0777,
		       queue->msg_cbytes, queue->msg_qnum);
	}
}

static void list(int format)
{
	struct msginfo info;
	int highest = msgctl(0, MSG_INFO, (struct msqid_ds *)&info);
	header(format);
	for (int place = 0; place <= highest; place++) {
		struct msqid_ds queue;
		int id = msgctl(place, MSG_STAT_ANY, &queue);
		if (id != -1)
			row(format, id, &queue);
	}
}

static void limits(void)
{
	struct msginfo info;
	msgctl(0, IPC_INFO, (struct msqid_ds *)&info);
	printf("------ Messages Limits --------\n");
	printf("max queues system wide = %d\n", info.msgmni);
	printf("max size of message (bytes) = %d\n", info.msgmax);
	printf("default max size of queue (bytes) = %d\n", info.msgmnb);
}

static void status(void)
{
	struct msginfo info;
	msgctl(0, MSG_INFO, (struct msqid_ds *)&info);
	printf("------ Messages Status --------\n");
	printf("allocated queues = %d\n", info.msgpool);
	printf("used headers = %d\n", info.msgmap);
	printf("used space = %d bytes\n", info.msgtql);
}

/* Shared memory, of which there is none. */
static void segments(int format)
{
	switch (format) {
	case 't':
		printf("------ Shared Memory Attach/Detach/Change Times --------\n");
		printf("%-10s %-10s %-20s %-20s %-20s\n", "shmid", "owner", "attached", "detached", "changed");
		break;
	case 'p':
		printf("------ Shared Memory Creator/Last-op PIDs --------\n");
		printf("%-10s %-10s %-10s %-10s\n", "shmid", "owner", "cpid", "lpid");
		break;
	case 'c':
		printf("------ Shared Memory Segment Creators/Owners --------\n");
		printf("%-10s %-10s %-10s %-10s %-10s %-10s\n", "shmid", "perms", "cuid", "cgid", "uid", "gid");
		break;
	case 'l':
		printf("------ Shared Memory Limits --------\n");
		printf("max number of segments = 0\nmax seg size (kbytes) = 0\n");
		printf("max total shared memory (kbytes) = 0\nmin seg size (bytes) = 0\n");
		break;
	case 'u':
		printf("------ Shared Memory Status --------\nsegments allocated 0\npages allocated 0\n");
		printf("pages resident  0\npages swapped   0\nSwap performance: 0 attempts\t 0 successes\n");
		break;
	default:
		printf("------ Shared Memory Segments --------\n");
		printf("%-10s %-10s %-10s %-10s %-10s %-10s %-12s\n", "key", "shmid", "owner", "perms", "bytes", "nattch", "status");
	}
}

/* Semaphores, of which there are none. */
static void semaphores(int format)
{
	switch (format) {
	case 't':
		printf("------ Semaphore Operation/Change Times --------\n");
		printf("%-8s %-10s %-26.24s %-26.24s\n", "semid", "owner", "last-op", "last-changed");
		break;
	case 'p':
		break;
	case 'c':
		printf("------ Semaphore Arrays Creators/Owners --------\n");
		printf("%-10s %-10s %-10s %-10s %-10s %-10s\n", "semid", "perms", "cuid", "cgid", "uid", "gid");
		break;
	case 'l':
		printf("------ Semaphore Limits --------\nmax number of arrays = 0\nmax semaphores per array = 0\n");
		printf("max semaphores system wide = 0\nmax ops per semop call = 0\nsemaphore max value = 0\n");
		break;
	case 'u':
		printf("------ Semaphore Status --------\nused arrays = 0\nallocated semaphores = 0\n");
		break;
	default:
		printf("------ Semaphore Arrays --------\n");
		printf("%-10s %-10s %-10s %-10s %-10s\n", "key", "semid", "owner", "perms", "nsems");
	}
}

static int one(const char *text, int queues)
{
	struct msqid_ds queue;
	const struct ipc_perm *perm = &queue.msg_perm;
	char *end;
	int id = strtol(text, &end, 10);
	if (*end != 0 || end == text) {
		fprintf(stderr, "ipcs: failed to parse id argument: '%s'\n", text);
		return 1;
	}
	if (!queues || msgctl(id, IPC_STAT, &queue) == -1) {
		fprintf(stderr, "ipcs: id %d not found\n", id);
		return 0;
	}
	printf("\nMessage Queue msqid=%d\n", id);
	printf("uid=%u\tgid=%u\tcuid=%u\tcgid=%u\tmode=%#o\n", perm->uid, perm->gid, perm->cuid, perm->cgid, perm->mode);
	printf("cbytes=%lu\tqbytes=%lu\tqnum=%lu\tlspid=%d\tlrpid=%d\n", queue.msg_cbytes, queue.msg_qbytes, queue.msg_qnum,
	       queue.msg_lspid, queue.msg_lrpid);
	printf("send_time=%-26.24s\n", queue.msg_stime == 0 ? "Not set" : ctime(&queue.msg_stime));
	printf("rcv_time=%-26.24s\n", queue.msg_rtime == 0 ? "Not set" : ctime(&queue.msg_rtime));
	printf("change_time=%-26.24s\n\n", ctime(&queue.msg_ctime));
	return 0;
}

static void usage(void)
{
	printf("\nUsage:\n"
	       " ipcs [resource-option...] [output-option]\n"
	       " ipcs -q -i <id>\n\n"
	       "Show information on IPC facilities.\n\n"
	       "Options:\n"
	       " -i, --id <id>  print details on resource identified by <id>\n"
	       " -h, --help     display this help\n\n"
	       "Resource options:\n"
	       " -m, --shmems      shared memory segments\n"
	       " -q, --queues      message queues\n"
	       " -s, --semaphores  semaphores\n"
	       " -a, --all         all (default)\n\n"
	       "Output options:\n"
	       " -t, --time        show attach, detach and change times\n"
	       " -p, --pid         show PIDs of creator and last operator\n"
	       " -c, --creator     show creator and owner\n"
	       " -l, --limits      show resource limits\n"
	       " -u, --summary     show status summary\n\n"
	       "For more details see ipcs(1).\n");
}

enum { QUEUES = 1, SEGMENTS = 2, SEMAPHORES = 4, ALL = 7 };

static const struct option OPTIONS[] = {
	{"id", required_argument, NULL, 'i'},
	{"shmems", no_argument, NULL, 'm'},
	{"queues", no_argument, NULL, 'q'},
	{"semaphores", no_argument, NULL, 's'},
	{"all", no_argument, NULL, 'a'},
	{"time", no_argument, NULL, 't'},
	{"pid", no_argument, NULL, 'p'},
	{"creator", no_argument, NULL, 'c'},
	{"limits", no_argument, NULL, 'l'},
	{"summary", no_argument, NULL, 'u'},
	{"help", no_argument, NULL, 'h'},
	{0},
};

int main(int argc, char *argv[])
{
	int format = 0;
	/* QUEUES and the like; none is all. */
	int resources = 0;
	int option;
	const char *id = NULL;
	while ((option = getopt_long(argc, argv, "qmsatpclui:h", OPTIONS, NULL)) != -1) {
		switch (option) {
		case 'q':
			resources |= QUEUES;
			break;
		case 'm':
			resources |= SEGMENTS;
			break;
		case 's':
			resources |= SEMAPHORES;
			break;
		case 'a':
			resources |= ALL;
			break;
		case 'i':
			id = optarg;
			break;
		case '?':
			fprintf(stderr, "Try 'ipcs --help' for more information.\n");
			return 1;
		case 'h':
			usage();
			return 0;
		default:
			format = option;
		}
	}
	if (id != NULL) {
		if (resources == QUEUES || resources == SEGMENTS || resources == SEMAPHORES)
			return one(id, resources == QUEUES);
		fprintf(stderr, "ipcs: when using an ID, a single resource must be specified\n");
		return 1;
	}
	resources = resources ? resources : ALL;
	if (resources & QUEUES) {
		printf("\n");
		if (format == 'l')
			limits();
		else if (format == 'u')
			status();
		else
			list(format);
	}
	if (resources & SEGMENTS) {
		printf("\n");
		segments(format);
	}
	if (resources & SEMAPHORES) {
		printf("\n");
		semaphores(format);
	}
	printf("\n");
	return 0;
}
