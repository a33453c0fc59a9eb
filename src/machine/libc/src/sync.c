// sync: everything is where it should be at all times.
#include <unistd.h>

void sync(void)
{
}
