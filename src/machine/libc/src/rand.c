// rand and random: glibc's additive feedback generator, number for number.
#include <stdlib.h>

#define LENGTH 31
#define APART 3

static int state[LENGTH];
static int front, rear;
static int seeded;

void srandom(unsigned int seed)
{
	int word = seed == 0 ? 1 : (int)seed;
	state[0] = word;
	for (int i = 1; i < LENGTH; i++) {
		// 16807 times the word before, modulo 2147483647, without overflow.
		int high = word / 127773, low = word % 127773;
		word = 16807 * low - 2836 * high;
		if (word < 0)
			word += 2147483647;
		state[i] = word;
	}
	front = APART;
	rear = 0;
	seeded = 1;
	for (int i = 0; i < 10 * LENGTH; i++)
		random();
}

long random(void)
{
	if (!seeded)
		srandom(1);
	unsigned int value = (unsigned int)state[front] + (unsigned int)state[rear];
	state[front] = value;
	if (++front == LENGTH)
		front = 0;
	if (++rear == LENGTH)
		rear = 0;
	return value >> 1;
}

int rand(void)
{
	return random();
}

void srand(unsigned int seed)
{
	srandom(seed);
}
