// <sys/poll.h>: an old name of <poll.h>.
#include <poll.h>
