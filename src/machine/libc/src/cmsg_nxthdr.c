// CMSG_NXTHDR: the control message behind another, or NULL when there is no room for one.
#include <sys/socket.h>

struct cmsghdr *__cmsg_nxthdr(struct msghdr *message, struct cmsghdr *header)
{
	if (header->cmsg_len < sizeof(struct cmsghdr))
		return NULL;
	char *next = (char *)header + CMSG_ALIGN(header->cmsg_len);
	char *end = (char *)message->msg_control + message->msg_controllen;
	if (next + sizeof(struct cmsghdr) > end)
		return NULL;
	return next + CMSG_ALIGN(((struct cmsghdr *)next)->cmsg_len) > end ? NULL : (struct cmsghdr *)next;
}
