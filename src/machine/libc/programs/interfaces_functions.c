// Functions of the new interfaces that need no kernel: addresses as text, byte order, search tables, patterns, queues.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <endian.h>
#include <errno.h>
#include <fnmatch.h>
#include <netdb.h>
#include <sched.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>
#include <sys/socket.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

static void addresses(void)
{
	static const char *const texts[] = {"127.0.0.1", "1.2.3", "0x7f.1", "010.0.0.1", "256.1.1.1", "1.2.3.4 x", "1.2.3.4x",
		"4294967295", "4294967296", "", ".", "1.2.3.4.5", "1..2", "255.255.255.255", "0", "08.1.1.1", "1.65536", "1.2.65535"};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct in_addr address = {0};
		int answer = inet_aton(texts[i], &address);
		unsigned char bytes[4] = {0};
		printf("%s: aton %d %s, addr %x, network %x, pton %d\n", texts[i], answer, inet_ntoa(address), inet_addr(texts[i]),
			inet_network(texts[i]), inet_pton(AF_INET, texts[i], bytes));
	}
	static const char *const sixes[] = {"::", "::1", "fe80::1", "2001:db8::8:800:200c:417a", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4",
		"::1.2.3.4", "1::2::3", "1:2:3:4:5:6:7", "12345::", ":1", "1:", "::1.2.3", "1:0:0:2:0:0:0:3", "0:0:1::", "1:2:3:4:5:6:7::",
		"64:ff9b::192.0.2.33", "ABCD::ef", "1:2:3:4:5:6:1.2.3.4", "::g", "", "::ffff:0:1.2.3.4", "::2:1", "::1:0", "0:0:0:0:0:0:0:0"};
	for (size_t i = 0; i < sizeof sixes / sizeof sixes[0]; i++) {
		unsigned char bytes[16] = {0};
		char text[INET6_ADDRSTRLEN] = "-";
		int answer = inet_pton(AF_INET6, sixes[i], bytes);
		printf("%s: %d %s\n", sixes[i], answer, answer == 1 ? inet_ntop(AF_INET6, bytes, text, sizeof text) : "no");
	}
	char small[5];
	struct in_addr home = {htonl(INADDR_LOOPBACK)};
	printf("%d", inet_ntop(AF_INET, &home, small, sizeof small) == NULL);
	printf(" %d", errno == ENOSPC);
	printf(" %d", inet_pton(99, "1", small));
	printf(" %d\n", errno == EAFNOSUPPORT);
	printf("%x %x %x %x\n", htonl(0x01020304), htons(0x0102), ntohl(0xa0b0c0d0), ntohs(0xa0b0));
	printf("%x %x %s\n", inet_netof(home), inet_lnaof(home), inet_ntoa(inet_makeaddr(10, 77)));
	printf("%x %lx %x %lx\n", htobe32(0x11223344), (unsigned long)htobe64(0x1122334455667788), le16toh(0x1234),
		(unsigned long)be64toh(1));
	struct in6_addr any = in6addr_any, loopback = in6addr_loopback;
	printf("%d %d %d\n", IN6_IS_ADDR_UNSPECIFIED(&any), IN6_IS_ADDR_LOOPBACK(&loopback), IN6_IS_ADDR_MULTICAST(&any));
	for (int error = -12; error <= 0; error++)
		printf("%s\n", gai_strerror(error));
	for (int error = -1; error < 6; error++)
		printf("%s\n", hstrerror(error));
	h_errno = 3;
	printf("%d\n", h_errno);
	printf("%u %u %lx\n", major(0x12345678), minor(0x12345678), (unsigned long)makedev(8, 300));
}

static void control_messages(void)
{
	char room[CMSG_SPACE(sizeof(int)) + CMSG_SPACE(sizeof(long))] = {0};
	struct msghdr message = {.msg_control = room, .msg_controllen = sizeof room};
	struct cmsghdr *header = CMSG_FIRSTHDR(&message);
	header->cmsg_len = CMSG_LEN(sizeof(int));
	struct cmsghdr *next = CMSG_NXTHDR(&message, header);
	next->cmsg_len = CMSG_LEN(sizeof(long));
	printf("%zu %zu %td %td %d\n", CMSG_LEN(4), CMSG_SPACE(4), (char *)next - room, (char *)CMSG_DATA(next) - room,
		CMSG_NXTHDR(&message, next) == NULL);
	struct sockaddr_un address = {AF_UNIX, "/tmp/x"};
	printf("%zu\n", SUN_LEN(&address));
}

static int by_int(const void *left, const void *right)
{
	int a = *(const int *)left, b = *(const int *)right;
	return (a > b) - (a < b);
}

static void visit(const void *node, VISIT order, int level)
{
	(void)level;
	if (order == postorder || order == leaf)
		printf("%d ", **(int *const *)node);
}

static void nothing(void *node)
{
	(void)node;
}

static void tables(void)
{
	int numbers[40], table[8] = {3, 1, 2};
	size_t count = 3;
	void *root = NULL;
	for (int i = 0; i < 40; i++) {
		numbers[i] = i * 17 % 41;
		tsearch(&numbers[i], &root, by_int);
	}
	int one = 5, none = 100;
	printf("%d %d %d\n", tfind(&one, &root, by_int) != NULL, tfind(&none, &root, by_int) != NULL,
		**(int **)tsearch(&one, &root, by_int));
	for (int i = 0; i < 20; i++)
		tdelete(&numbers[i * 2], &root, by_int);
	twalk(root, visit);
	putchar('\n');
	tdestroy(root, nothing);
	printf("%d\n", lfind(&none, table, &count, sizeof(int), by_int) == NULL);
	lsearch(&none, table, &count, sizeof(int), by_int);
	printf("%zu %d\n", count, table[3]);
	hcreate(10);
	char *names[] = {"one", "two", "three"};
	for (long i = 0; i < 3; i++)
		hsearch((ENTRY){names[i], (void *)(i + 1)}, ENTER);
	ENTRY *found = hsearch((ENTRY){"two", NULL}, FIND);
	printf("%s %ld", found->key, (long)found->data);
	printf(" %d", hsearch((ENTRY){"four", NULL}, FIND) == NULL);
	printf(" %d\n", errno == ESRCH);
	hdestroy();
	cpu_set_t set;
	CPU_ZERO(&set);
	CPU_SET(3, &set);
	CPU_SET(70, &set);
	printf("%d %d %d\n", CPU_COUNT(&set), CPU_ISSET(70, &set) != 0, CPU_ISSET(71, &set) != 0);
}

static void patterns(void)
{
	static const struct {
		const char *pattern, *text;
		int flags;
	} rows[] = {
		{"*", "abc", 0}, {"*.c", "a.c", 0}, {"*.c", "a.h", 0}, {"a?c", "abc", 0}, {"[a-c]x", "bx", 0}, {"[!a-c]x", "bx", 0},
		{"[^a]x", "bx", 0}, {"[]]", "]", 0}, {"[a", "[a", 0}, {"*", ".hidden", FNM_PERIOD}, {".*", ".hidden", FNM_PERIOD},
		{"*", "a/b", FNM_PATHNAME}, {"*/b", "a/b", FNM_PATHNAME}, {"a\\*", "a*", 0}, {"a\\*", "a\\x", FNM_NOESCAPE},
		{"ABC", "abc", FNM_CASEFOLD}, {"[[:digit:]]*", "1a", 0}, {"[[:alpha:]]", "1", 0}, {"a", "a/b", FNM_LEADING_DIR},
		{"", "", 0}, {"a*b*c", "aXbYc", 0}, {"a*b*c", "aXbY", 0}, {"?", "", 0}, {"?", "/", FNM_PATHNAME}, {"[a-]", "-", 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		printf("%s %s: %d\n", rows[i].pattern, rows[i].text, fnmatch(rows[i].pattern, rows[i].text, rows[i].flags));
}

struct item {
	int number;
	SLIST_ENTRY(item) single;
	LIST_ENTRY(item) list;
	STAILQ_ENTRY(item) tail;
	TAILQ_ENTRY(item) both;
	CIRCLEQ_ENTRY(item) circle;
};
SLIST_HEAD(single_head, item);
LIST_HEAD(list_head, item);
STAILQ_HEAD(tail_head, item);
TAILQ_HEAD(both_head, item);
CIRCLEQ_HEAD(circle_head, item);

static void queues(void)
{
	struct item items[6];
	struct single_head singles = SLIST_HEAD_INITIALIZER(singles);
	struct list_head lists = LIST_HEAD_INITIALIZER(lists);
	struct tail_head tails = STAILQ_HEAD_INITIALIZER(tails);
	struct both_head boths = TAILQ_HEAD_INITIALIZER(boths);
	struct circle_head circles = CIRCLEQ_HEAD_INITIALIZER(circles);
	struct item *each;
	for (int i = 0; i < 5; i++) {
		items[i].number = i;
		SLIST_INSERT_HEAD(&singles, &items[i], single);
		LIST_INSERT_HEAD(&lists, &items[i], list);
		STAILQ_INSERT_TAIL(&tails, &items[i], tail);
		if (i % 2)
			TAILQ_INSERT_TAIL(&boths, &items[i], both);
		else
			TAILQ_INSERT_HEAD(&boths, &items[i], both);
		CIRCLEQ_INSERT_TAIL(&circles, &items[i], circle);
	}
	items[5].number = 5;
	SLIST_INSERT_AFTER(&items[3], &items[5], single);
	LIST_INSERT_BEFORE(&items[2], &items[5], list);
	STAILQ_INSERT_AFTER(&tails, &items[4], &items[5], tail);
	TAILQ_INSERT_BEFORE(&items[0], &items[5], both);
	CIRCLEQ_INSERT_AFTER(&circles, &items[1], &items[5], circle);
	SLIST_REMOVE(&singles, &items[0], item, single);
	LIST_REMOVE(&items[1], list);
	STAILQ_REMOVE(&tails, &items[5], item, tail);
	TAILQ_REMOVE(&boths, &items[4], both);
	CIRCLEQ_REMOVE(&circles, &items[0], circle);
	SLIST_FOREACH(each, &singles, single)
		printf("%d ", each->number);
	LIST_FOREACH(each, &lists, list)
		printf("%d ", each->number);
	STAILQ_FOREACH(each, &tails, tail)
		printf("%d ", each->number);
	TAILQ_FOREACH(each, &boths, both)
		printf("%d ", each->number);
	TAILQ_FOREACH_REVERSE(each, &boths, both_head, both)
		printf("%d ", each->number);
	CIRCLEQ_FOREACH(each, &circles, circle)
		printf("%d ", each->number);
	CIRCLEQ_FOREACH_REVERSE(each, &circles, circle)
		printf("%d ", each->number);
	printf("%d\n", TAILQ_LAST(&boths, both_head)->number);
}

int main(void)
{
	addresses();
	control_messages();
	tables();
	patterns();
	queues();
}
