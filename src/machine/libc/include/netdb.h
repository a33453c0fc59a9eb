// <netdb.h>: names of hosts and services.
#ifndef _NETDB_H
#define _NETDB_H

#include <netinet/in.h>
#include <stdint.h>
#include <sys/socket.h>

struct hostent {
	char *h_name;
	char **h_aliases;
	int h_addrtype;
	int h_length;
	char **h_addr_list;
};
#define h_addr h_addr_list[0]

struct netent {
	char *n_name;
	char **n_aliases;
	int n_addrtype;
	uint32_t n_net;
};

struct servent {
	char *s_name;
	char **s_aliases;
	int s_port;
	char *s_proto;
};

struct protoent {
	char *p_name;
	char **p_aliases;
	int p_proto;
};

struct addrinfo {
	int ai_flags;
	int ai_family;
	int ai_socktype;
	int ai_protocol;
	socklen_t ai_addrlen;
	struct sockaddr *ai_addr;
	char *ai_canonname;
	struct addrinfo *ai_next;
};

#define AI_PASSIVE 0x0001
#define AI_CANONNAME 0x0002
#define AI_NUMERICHOST 0x0004
#define AI_V4MAPPED 0x0008
#define AI_ALL 0x0010
#define AI_ADDRCONFIG 0x0020
#define AI_NUMERICSERV 0x0400
#define NI_MAXHOST 1025
#define NI_MAXSERV 32
#define NI_NUMERICHOST 1
#define NI_NUMERICSERV 2
#define NI_NOFQDN 4
#define NI_NAMEREQD 8
#define NI_DGRAM 16
#define EAI_BADFLAGS -1
#define EAI_NONAME -2
#define EAI_AGAIN -3
#define EAI_FAIL -4
#define EAI_FAMILY -6
#define EAI_SOCKTYPE -7
#define EAI_SERVICE -8
#define EAI_MEMORY -10
#define EAI_SYSTEM -11
#define EAI_OVERFLOW -12
#define EAI_NODATA -5
#define EAI_ADDRFAMILY -9
#define EAI_INPROGRESS -100
#define EAI_CANCELED -101
#define EAI_NOTCANCELED -102
#define EAI_ALLDONE -103
#define EAI_INTR -104

#define NETDB_INTERNAL (-1)
#define NETDB_SUCCESS 0
#define HOST_NOT_FOUND 1
#define TRY_AGAIN 2
#define NO_RECOVERY 3
#define NO_DATA 4
#define NO_ADDRESS NO_DATA

extern int *__h_errno_location(void);
#define h_errno (*__h_errno_location())

void endhostent(void);
void endnetent(void);
void endprotoent(void);
void endservent(void);
void freeaddrinfo(struct addrinfo *list);
const char *gai_strerror(int error);
int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **list);
struct hostent *gethostbyaddr(const void *address, socklen_t length, int family);
struct hostent *gethostbyname(const char *name);
struct hostent *gethostbyname2(const char *name, int family);
struct hostent *gethostent(void);
int getnameinfo(const struct sockaddr *address, socklen_t length, char *host, socklen_t host_size, char *service,
	socklen_t service_size, int flags);
struct netent *getnetbyname(const char *name);
struct protoent *getprotobyname(const char *name);
struct protoent *getprotobynumber(int protocol);
struct protoent *getprotoent(void);
struct servent *getservbyname(const char *name, const char *protocol);
struct servent *getservbyport(int port, const char *protocol);
struct servent *getservent(void);
void herror(const char *text);
const char *hstrerror(int error);
int gethostbyaddr_r(const void *address, socklen_t length, int family, struct hostent *host, char *buffer, size_t size,
	struct hostent **result, int *error);
int gethostbyname_r(const char *name, struct hostent *host, char *buffer, size_t size, struct hostent **result,
	int *error);
int getprotobyname_r(const char *name, struct protoent *result_buffer, char *buffer, size_t size,
	struct protoent **result);
int getservbyname_r(const char *name, const char *protocol, struct servent *result_buffer, char *buffer, size_t size,
	struct servent **result);
void sethostent(int stay_open);
void setservent(int stay_open);
void setprotoent(int stay_open);

#ifdef _GNU_SOURCE
#include <signal.h>
struct gaicb {
	const char *ar_name;
	const char *ar_service;
	const struct addrinfo *ar_request;
	struct addrinfo *ar_result;
	int __return;
	int __glibc_reserved[5];
};
#define GAI_WAIT 0
#define GAI_NOWAIT 1
int gai_cancel(struct gaicb *request);
int gai_error(struct gaicb *request);
int gai_suspend(const struct gaicb *const list[], int count, const struct timespec *timeout);
int getaddrinfo_a(int mode, struct gaicb *list[], int count, struct sigevent *event);
#endif
struct netent *getnetbyaddr(unsigned int net, int type);
struct netent *getnetent(void);
void setnetent(int stay);

#endif
