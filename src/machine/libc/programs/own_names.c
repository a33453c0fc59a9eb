// Names that <stdio.h>, <time.h> and their like leave to a program that asks for no more than cc gives.
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct {
	int value;
} key_t;
typedef enum { READING, WRITING } mode_t;
typedef char ino_t;
typedef short dev_t;

#define WORD_BIT 16
#define NZERO 0
#define IOV_MAX 2

static void swab(int *a, int *b)
{
	int kept = *a;
	*a = *b;
	*b = kept;
}

int exp10(int n)
{
	return n == 0 ? 1 : 10 * exp10(n - 1);
}

static const char *getdate(int day)
{
	return day ? "today" : "never";
}

int strptime(int n)
{
	return -n;
}

int main(void)
{
	key_t key = {3};
	mode_t mode = WRITING;
	int a = 1, b = 2;
	swab(&a, &b);
	printf("%d %d %d %d\n", a, b, key.value, mode);
	printf("%d %s %d\n", exp10(3), getdate(1), strptime(4));
	printf("%zu %zu %d %d %d\n", sizeof(ino_t), sizeof(dev_t), WORD_BIT, NZERO, IOV_MAX);
	return 0;
}
