/* killed-by-signal: the alarm rings, and there is no handler for it. */
#include <unistd.h>

int main(void)
{
	alarm(1);
	pause();
	return 0;
}
