// rand and random: glibc's additive feedback generator, number for number, with states of every size.
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>

#define KINDS 5

// By the kind of a state: how many numbers it has, how far apart the two that are added are, and its bytes.
static const int lengths[KINDS] = {0, 7, 15, 31, 63};
static const int distances[KINDS] = {0, 3, 1, 3, 1};
static const int sizes[KINDS] = {8, 32, 64, 128, 256};

// A state begins with its kind and, for setstate, its place; the numbers follow.
static int standard[32] = {3};
static struct random_data own = {.state = standard + 1, .rand_type = 3};

static int refuse(void)
{
	errno = EINVAL;
	return -1;
}

static int use(struct random_data *data, int *state, int kind, int front, int rear)
{
	data->state = state;
	data->rand_type = kind;
	data->rand_deg = lengths[kind];
	data->rand_sep = distances[kind];
	data->fptr = state + front;
	data->rptr = state + rear;
	data->end_ptr = state + lengths[kind];
	return 0;
}

int srandom_r(unsigned int seed, struct random_data *data)
{
	if (data == NULL || data->rand_type < 0 || data->rand_type >= KINDS)
		return -1;
	int kind = data->rand_type, *state = data->state, word = seed == 0 ? 1 : (int)seed;
	use(data, state, kind, distances[kind], 0);
	state[0] = word;
	for (int i = 1; i < lengths[kind]; i++) {
		// 16807 times the word before, modulo 2147483647, without overflow.
		int high = word / 127773, low = word % 127773;
		word = 16807 * low - 2836 * high;
		if (word < 0)
			word += 2147483647;
		state[i] = word;
	}
	for (int i = 0, ignored; i < 10 * lengths[kind]; i++)
		random_r(data, &ignored);
	return 0;
}

int random_r(struct random_data *data, int *result)
{
	if (data == NULL || result == NULL)
		return refuse();
	int *state = data->state;
	if (data->rand_type == 0) {
		*result = state[0] = (state[0] * 1103515245u + 12345) & 0x7fffffff;
		return 0;
	}
	unsigned int value = *data->fptr = (unsigned int)*data->fptr + (unsigned int)*data->rptr;
	if (++data->fptr == data->end_ptr)
		data->fptr = state;
	if (++data->rptr == data->end_ptr)
		data->rptr = state;
	*result = value >> 1;
	return 0;
}

static void leave_state(struct random_data *data)
{
	if (data->state)
		data->state[-1] = data->rand_type == 0 ? 0 : (data->rptr - data->state) * KINDS + data->rand_type;
}

int initstate_r(unsigned int seed, char *space, size_t size, struct random_data *data)
{
	if (data == NULL)
		return refuse();
	leave_state(data);
	if (size < 8)
		return refuse();
	int kind = KINDS - 1;
	while ((size_t)sizes[kind] > size)
		kind--;
	use(data, (int *)space + 1, kind, distances[kind], 0);
	srandom_r(seed, data);
	leave_state(data);
	return 0;
}

int setstate_r(char *space, struct random_data *data)
{
	if (space == NULL || data == NULL)
		return refuse();
	leave_state(data);
	int word = *(int *)space;
	if (word < 0 || word % KINDS >= KINDS)
		return refuse();
	int kind = word % KINDS, rear = word / KINDS;
	int front = kind == 0 ? 0 : (rear + distances[kind]) % lengths[kind];
	return use(data, (int *)space + 1, kind, front, kind == 0 ? 0 : rear);
}

static struct random_data *seeded(void)
{
	if (own.fptr == NULL)
		srandom_r(1, &own);
	return &own;
}

void srandom(unsigned int seed)
{
	srandom_r(seed, &own);
}

long random(void)
{
	int result;
	random_r(seeded(), &result);
	return result;
}

char *initstate(unsigned int seed, char *space, size_t size)
{
	char *before = (char *)(seeded()->state - 1);
	return initstate_r(seed, space, size, &own) == 0 ? before : NULL;
}

char *setstate(char *space)
{
	char *before = (char *)(seeded()->state - 1);
	return setstate_r(space, &own) == 0 ? before : NULL;
}

int rand(void)
{
	return random();
}

void srand(unsigned int seed)
{
	srandom(seed);
}
