// Random numbers: glibc's sequences for a seed, with states of every size, and the 48-bit family.
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
	return 0;
}
