/* PR-12: several zombies are waited for in the order of their creation. */
#include "row.h"

int main(void)
{
	pid_t children[3];
	static const int delays[3] = {90, 30, 60};
	for (int i = 0; i < 3; i++) {
		children[i] = fork();
		if (children[i] == 0) {
			struct timespec time = {0, delays[i] * 1000 * 1000};
			nanosleep(&time, NULL);
			_exit(i);
		}
	}
	for (int i = 0; i < 6; i++)
		settle();
	for (int i = 0; i < 3; i++) {
		int status;
		wait(&status);
		printf("child %d\n", WEXITSTATUS(status));
	}
	return 0;
}
