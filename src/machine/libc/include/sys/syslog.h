// <sys/syslog.h>: an old name of <syslog.h>.
#include <syslog.h>
