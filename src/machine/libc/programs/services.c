// Services and protocols by their names and numbers.
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>

static void show_service(const struct servent *service)
{
	if (service == NULL) {
		puts("none");
		return;
	}
	printf("%s %d/%s", service->s_name, ntohs(service->s_port), service->s_proto);
	for (char **alias = service->s_aliases; *alias; alias++)
		printf(" %s", *alias);
	putchar('\n');
}

static void show_protocol(const struct protoent *protocol)
{
	if (protocol)
		printf("%s %d %s\n", protocol->p_name, protocol->p_proto, protocol->p_aliases[0]);
	else
		puts("no protocol");
}

int main(void)
{
	static const char *const names[] = {"www", "ftp", "domain", "syslog", "none"};
	static const char *const protocols[] = {"tcp", "udp", NULL};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (size_t p = 0; p < sizeof protocols / sizeof *protocols; p++)
			show_service(getservbyname(names[i], protocols[p]));
	show_service(getservbyport(htons(80), "tcp"));
	show_service(getservbyport(htons(53), NULL));
	show_service(getservbyport(80, "tcp"));
	static const char *const known[] = {"tcp", "UDP", "none"};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		show_protocol(getprotobyname(known[i]));
	for (int number = 0; number < 8; number++)
		show_protocol(getprotobynumber(number));
	setservent(0);
	for (int i = 0; i < 10; i++)
		show_service(getservent());
	endservent();
	show_service(getservent());
	show_protocol(getprotoent());
	show_protocol(getprotoent());
	setprotoent(1);
	show_protocol(getprotoent());
	endprotoent();
	return 0;
}
