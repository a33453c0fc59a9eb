// <sys/errno.h>: an old name of <errno.h>.
#include <errno.h>
