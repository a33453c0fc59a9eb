// rand and random: glibc's additive feedback generator, number for number, with states of every size.
#include <errno.h>
#include <stdlib.h>

#define KINDS 5

// By the kind of a state: how many numbers it has, how far apart the two that are added are, and its bytes.
static const int lengths[KINDS] = {0, 7, 15, 31, 63};
static const int distances[KINDS] = {0, 3, 1, 3, 1};
static const int sizes[KINDS] = {8, 32, 64, 128, 256};

// A state begins with its kind and, for setstate, its place; the numbers follow.
static int standard[32] = {3};
static int *state = standard + 1;
static int kind = 3;
static int front, rear;
static int seeded;

void srandom(unsigned int seed)
{
	int word = seed == 0 ? 1 : (int)seed;
	seeded = 1;
	state[0] = word;
	if (kind == 0)
		return;
	for (int i = 1; i < lengths[kind]; i++) {
		// 16807 times the word before, modulo 2147483647, without overflow.
		int high = word / 127773, low = word % 127773;
		word = 16807 * low - 2836 * high;
		if (word < 0)
			word += 2147483647;
		state[i] = word;
	}
	front = distances[kind];
	rear = 0;
	for (int i = 0; i < 10 * lengths[kind]; i++)
		random();
}

long random(void)
{
	if (!seeded)
		srandom(1);
	if (kind == 0)
		return state[0] = (state[0] * 1103515245u + 12345) & 0x7fffffff;
	unsigned int value = (unsigned int)state[front] + (unsigned int)state[rear];
	state[front] = value;
	if (++front == lengths[kind])
		front = 0;
	if (++rear == lengths[kind])
		rear = 0;
	return value >> 1;
}

static char *leave_state(void)
{
	if (!seeded)
		srandom(1);
	state[-1] = kind == 0 ? 0 : rear * KINDS + kind;
	return (char *)(state - 1);
}

char *initstate(unsigned int seed, char *space, size_t size)
{
	if (size < 8) {
		errno = EINVAL;
		return NULL;
	}
	char *before = leave_state();
	kind = KINDS - 1;
	while ((size_t)sizes[kind] > size)
		kind--;
	state = (int *)space + 1;
	srandom(seed);
	leave_state();
	return before;
}

char *setstate(char *space)
{
	char *before = leave_state();
	int word = *(int *)space;
	if (word < 0 || word % KINDS >= KINDS) {
		errno = EINVAL;
		return NULL;
	}
	kind = word % KINDS;
	state = (int *)space + 1;
	if (kind != 0) {
		rear = word / KINDS;
		front = (rear + distances[kind]) % lengths[kind];
	}
	return before;
}

int rand(void)
{
	return random();
}

void srand(unsigned int seed)
{
	srandom(seed);
}
