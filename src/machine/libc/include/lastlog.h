// <lastlog.h>: when each user was here last; <utmp.h> has the record.
#include <utmp.h>
