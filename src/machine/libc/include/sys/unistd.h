// <sys/unistd.h>: an old name of <unistd.h>.
#include <unistd.h>
