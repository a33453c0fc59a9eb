// Random numbers: glibc's sequences for a seed, with states of every size, and the 48-bit family.
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void reentrant(void)
{
	static struct random_data data, other;
	static char space[64], second[8];
	struct drand48_data mine = {0};
	int number;
	long whole;
	double real;
	unsigned short words[3] = {5, 6, 7}, parameters[7] = {1, 2, 3, 4, 5, 6, 7};
	errno = 0;
	printf("none %d %d\n", initstate_r(3, space, 7, &data), errno);
	printf("%d\n", initstate_r(3, space, sizeof space, &data));
	for (int i = 0; i < 5; i++)
		random_r(&data, &number), printf("%d ", number);
	printf("%d %d %d\n", data.rand_type, data.rand_deg, data.rand_sep);
	initstate_r(3, second, sizeof second, &other);
	random_r(&other, &number), printf("%d ", number);
	setstate_r(space, &other), random_r(&other, &number), printf("%d ", number);
	srandom_r(8, &data), random_r(&data, &number), printf("%d\n", number);
	srand48_r(11, &mine);
	drand48_r(&mine, &real), lrand48_r(&mine, &whole), printf("%.15g %ld ", real, whole);
	mrand48_r(&mine, &whole), printf("%ld\n", whole);
	erand48_r(words, &mine, &real), nrand48_r(words, &mine, &whole), printf("%.15g %ld ", real, whole);
	jrand48_r(words, &mine, &whole), printf("%ld %d\n", whole, words[1]);
	seed48_r(words, &mine), lrand48_r(&mine, &whole), printf("%ld ", whole);
	lcong48_r(parameters, &mine), lrand48_r(&mine, &whole), printf("%ld\n", whole);
}

int main(void)
{
	static const size_t sizes[] = {8, 31, 32, 64, 128, 255, 256, 400};
	static char states[8][400];
	unsigned short words[3] = {1, 2, 3}, parameters[7] = {9, 8, 7, 6, 5, 4, 3};
	printf("%ld %ld\n", random(), random());
	for (int seed = 0; seed < 4; seed++) {
		srandom(seed);
		srand(seed);
		for (int i = 0; i < 40; i++)
			random();
		printf("%ld %d\n", random(), rand());
	}
	for (int i = 0; i < 8; i++) {
		char *before = initstate(7, states[i], sizes[i]);
		printf("%zu:", sizes[i]);
		for (int k = 0; k < 5; k++)
			printf(" %ld", random());
		printf(" %d\n", i == 0 || before == states[i - 1]);
	}
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 8; i++) {
			char *before = setstate(states[i]);
			printf("%ld %d\n", random(), before == states[(i + 7) % 8]);
		}
	errno = 0;
	printf("too small %d %d\n", initstate(1, states[0], 7) == NULL, errno == EINVAL);
	srand48(9);
	printf("%.15g %ld %ld\n", drand48(), lrand48(), mrand48());
	printf("%.15g %ld %ld\n", erand48(words), nrand48(words), jrand48(words));
	printf("%d %d %d\n", words[0], words[1], words[2]);
	unsigned short *before = seed48(words);
	printf("%d %d %d %ld\n", before[0], before[1], before[2], lrand48());
	lcong48(parameters);
	printf("%ld %ld\n", lrand48(), mrand48());
	srand48(1);
	printf("%ld\n", lrand48());
	char text[8] = "abcdefg", swapped[8] = "";
	swab(text, swapped, 7);
	printf("%s\n", swapped);
	char options[] = "ro,size=10,,rw=,bad=1,si", *at = options, *value;
	char *const tokens[] = {"ro", "size", "rw", NULL};
	while (*at) {
		value = NULL;
		int found = getsubopt(&at, tokens, &value);
		printf("%d %s\n", found, value ? value : "-");
	}
	reentrant();
	return 0;
}
