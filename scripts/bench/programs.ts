// The C programs that are measured, and how they are built here.
import { build } from "../../src/computer/compiler.ts";
import { defaultOptions, type Options, type Software } from "../../src/computer/index.ts";

/** Primes below `count`, counted with a sieve. */
export const sieveProgram = (count: number) => `#include <stdio.h>
#define COUNT ${count}
static char composite[COUNT];
int main(void) {
	int primes = 0;
	for (int i = 2; i < COUNT; i++) {
		if (composite[i])
			continue;
		primes++;
		for (int j = i + i; j < COUNT; j += i)
			composite[j] = 1;
	}
	printf("%d\\n", primes);
	return 0;
}
`;

/** The Fibonacci number of `n`, the slow way. */
export const fibProgram = (n: number) => `#include <stdio.h>
int fib(int n) {
	if (n < 2)
		return n;
	return fib(n - 1) + fib(n - 2);
}
int main(void) {
	printf("%d\\n", fib(${n}));
	return 0;
}
`;

/** Sorts, again and again, for more than a million steps. */
export const sortProgram = `#include <stdlib.h>
#define COUNT 20000
static int numbers[COUNT];
static void sink(int at, int count) {
	for (;;) {
		int child = 2 * at + 1;
		if (child >= count)
			return;
		if (child + 1 < count && numbers[child] < numbers[child + 1])
			child++;
		if (numbers[at] >= numbers[child])
			return;
		int kept = numbers[at];
		numbers[at] = numbers[child];
		numbers[child] = kept;
		at = child;
	}
}
int main(void) {
	for (;;) {
		for (int i = 0; i < COUNT; i++)
			numbers[i] = rand();
		for (int i = COUNT / 2; i-- > 0; )
			sink(i, COUNT);
		for (int i = COUNT - 1; i > 0; i--) {
			int kept = numbers[0];
			numbers[0] = numbers[i];
			numbers[i] = kept;
			sink(0, i);
		}
	}
}
`;

/** One byte goes to and fro between two processes, `rounds` times. */
export const pingPongProgram = (rounds: number) => `#include <unistd.h>
int main(void) {
	int to[2], from[2];
	char ball = 'o';
	pipe(to);
	pipe(from);
	if (fork() == 0) {
		for (int i = 0; i < ${rounds}; i++) {
			read(to[0], &ball, 1);
			write(from[1], &ball, 1);
		}
		_exit(0);
	}
	for (int i = 0; i < ${rounds}; i++) {
		write(to[1], &ball, 1);
		read(from[0], &ball, 1);
	}
	return 0;
}
`;

/** A part of a program of many parts: what textbooks' programs are made of. 25 lines. */
const part = (n: number) => `
/* Part ${n}: a child sends orders through a pipe, the parent adds them up. */
struct order${n} {
	int number;
	double price;
	char name[16];
};

static struct order${n} orders${n}[ORDERS];

static int serve${n}(int fd, const char *who)
{
	double total = 0;
	struct order${n} one;
	ssize_t count;
	while ((count = read(fd, &one, sizeof(one))) == (ssize_t)sizeof(one)) {
		if (one.number < 0 || one.number >= ORDERS)
			return fail("order out of range");
		orders${n}[one.number] = one;
		total += one.price * (1 + one.number % 3);
		if (strcmp(one.name, who) == 0 && (one.number & 1) != 0)
			total -= one.price / 2;
	}
	printf("%s: %.2f after %zd bytes\\n", who, total, count);
	return total > LIMIT ? -1 : (int)total;
}
`;

/** A program of about `lines` lines. */
export function longProgram(lines: number): string {
	const parts = Math.max(1, Math.round((lines - 25) / 25));
	const numbers = Array.from({ length: parts }, (_, i) => i);
	return `#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ORDERS 64
#define LIMIT 1e6

static int fail(const char *what)
{
	perror(what);
	return -1;
}
${numbers.map(part).join("")}
int main(void)
{
	int sum = 0;
${numbers.map((n) => `\tsum += serve${n}(0, "part ${n}");`).join("\n")}
	return sum < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
`;
}

export function optionsFor(maxSteps: number): Options {
	return { ...defaultOptions("linux"), maxSteps };
}

export function built(text: string, options: Options): Software {
	const { software, diagnostics } = build([{ name: "main", files: [{ path: "main.c", text }] }], options);
	if (software === null) throw new Error(diagnostics.map((one) => one.message).join("\n"));
	return software;
}
