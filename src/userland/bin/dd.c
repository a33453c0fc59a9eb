/* dd: copies a file block by block. dd [if=FILE] [of=FILE] [bs=N] [ibs=N] [obs=N] [count=N] [skip=N] [seek=N] [conv=…] [status=…] */
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "shared/shared.h"

static const char *input = NULL, *output = NULL;
static long in_size = 512, out_size = 512, count = -1, skip, seek;
static int lower, upper, swap, fill, keep_going, keep, exclusive, must_exist, quiet, no_rates, whole_blocks, together;
static long full_in, part_in, full_out, part_out, copied;
static struct timespec began;

static long number(const char *text)
{
	static const struct {
		const char *suffix;
		long factor;
	} suffixes[] = {{"", 1}, {"c", 1}, {"w", 2}, {"b", 512}, {"kB", 1000}, {"K", 1024}, {"k", 1024}, {"KiB", 1024}, {"MB", 1000000},
		{"M", 1048576}, {"MiB", 1048576}, {"GB", 1000000000}, {"G", 1073741824}, {"GiB", 1073741824}};
	char *end;
	errno = 0;
	long value = strtol(text, &end, 10);
	if (isdigit((unsigned char)*text) && errno == 0) {
		if (*end == 'x' && isdigit((unsigned char)end[1]))
			return value * number(end + 1);
		for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
			if (strcmp(end, suffixes[i].suffix) == 0)
				return value * suffixes[i].factor;
	}
	error(1, 0, "invalid number: '%s'", text);
	return 0;
}

static long size(const char *text)
{
	long value = number(text);
	if (value == 0)
		error(1, 0, "invalid number: '%s'", text);
	return value;
}

/* The words of a list such as conv=lcase,sync. */
static void each_word(const char *list, const char *what, int (*take)(const char *word))
{
	char words[256];
	snprintf(words, sizeof words, "%s", list);
	for (char *word = strtok(words, ","); word; word = strtok(NULL, ","))
		if (!take(word)) {
			error(0, 0, "invalid %s: '%s'", what, word);
			refer_to_help(1);
		}
}

static int take_conversion(const char *word)
{
	const struct {
		const char *name;
		int *flag;
	} known[] = {{"lcase", &lower}, {"ucase", &upper}, {"swab", &swap}, {"sync", &fill}, {"noerror", &keep_going}, {"notrunc", &keep},
		{"excl", &exclusive}, {"nocreat", &must_exist}};
	if (strcmp(word, "fsync") == 0 || strcmp(word, "fdatasync") == 0)
		return 1;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(word, known[i].name) == 0)
			return *known[i].flag = 1;
	return 0;
}

static int take_input_flag(const char *word)
{
	return strcmp(word, "fullblock") == 0 ? (whole_blocks = 1) : 0;
}

static void read_operand(char *operand)
{
	char *value = strchr(operand, '=');
	size_t length = value ? (size_t)(value - operand) : 0;
	const char *const names[] = {"if", "of", "bs", "ibs", "obs", "count", "skip", "seek", "conv", "iflag", "status"};
	int which = 0;
	while (which < 11 && (strlen(names[which]) != length || strncmp(operand, names[which], length) != 0))
		which++;
	if (value == NULL || which == 11) {
		error(0, 0, "unrecognized operand '%s'", operand);
		refer_to_help(1);
	}
	value++;
	switch (which) {
	case 0:
		input = value;
		break;
	case 1:
		output = value;
		break;
	case 2:
		in_size = out_size = size(value);
		together = 1;
		break;
	case 3:
		in_size = size(value);
		break;
	case 4:
		out_size = size(value);
		break;
	case 5:
		count = number(value);
		break;
	case 6:
		skip = number(value);
		break;
	case 7:
		seek = number(value);
		break;
	case 8:
		each_word(value, "conversion", take_conversion);
		break;
	case 9:
		each_word(value, "input flag", take_input_flag);
		break;
	default:
		if (strcmp(value, "none") != 0 && strcmp(value, "noxfer") != 0 && strcmp(value, "progress") != 0) {
			error(0, 0, "invalid status level: '%s'", value);
			refer_to_help(1);
		}
		quiet = strcmp(value, "none") == 0;
		no_rates = strcmp(value, "noxfer") == 0;
	}
}

/* 1500 bytes (1.5 kB, 1.5 KiB) copied: a number of bytes in thousands, or in steps of 1024, rounded to two digits or more. */
static void write_amount(char *text, double amount, int step)
{
	const char *units = step == 1000 ? "kMGT" : "KMGT";
	int unit = -1;
	for (; amount >= step && unit < 3; unit++)
		amount /= step;
	if (amount < 9.95)
		sprintf(text, "%.1f", amount);
	else
		sprintf(text, "%.0f", amount);
	sprintf(text + strlen(text), unit < 0 ? " %.0sB" : step == 1000 ? " %.1sB" : " %.1siB", unit < 0 ? "" : units + unit);
}

static void report(void)
{
	char thousands[32], binary[32], rate[32];
	struct timespec now;
	if (quiet)
		return;
	fprintf(stderr, "%ld+%ld records in\n%ld+%ld records out\n", full_in, part_in, full_out, part_out);
	if (no_rates)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	double seconds = (now.tv_sec - began.tv_sec) + (now.tv_nsec - began.tv_nsec) / 1e9;
	write_amount(thousands, copied, 1000);
	write_amount(binary, copied, 1024);
	write_amount(rate, seconds > 0 ? copied / seconds : copied, 1000);
	fprintf(stderr, "%ld byte%s", copied, copied == 1 ? "" : "s");
	if (copied >= 1024)
		fprintf(stderr, " (%s, %s)", thousands, binary);
	else if (copied >= 1000)
		fprintf(stderr, " (%s)", thousands);
	fprintf(stderr, " copied, %g s, %s/s\n", seconds, rate);
}

static _Noreturn void give_up(int why, const char *what, const char *name)
{
	error(0, why, "error %s '%s'", what, name ? name : what[0] == 'r' ? "standard input" : "standard output");
	report();
	exit(1);
}

static void put(const char *bytes, long length)
{
	long done = 0;
	while (done < length) {
		ssize_t written = write(1, bytes + done, length - done);
		if (written <= 0)
			give_up(errno, "writing", output);
		done += written;
		copied += written;
	}
	if (length == out_size)
		full_out++;
	else if (length > 0)
		part_out++;
}

static long take(char *bytes)
{
	long length = 0;
	do {
		ssize_t more = read(0, bytes + length, in_size - length);
		if (more == -1 && errno == EINTR)
			continue;
		if (more == -1) {
			if (!keep_going)
				give_up(errno, "reading", input);
			error(0, errno, "error reading '%s'", input ? input : "standard input");
			return 0;
		}
		if (more == 0)
			break;
		length += more;
	} while (whole_blocks && length < in_size);
	if (length == in_size)
		full_in++;
	else if (length > 0)
		part_in++;
	return length;
}

static void convert(char *bytes, long length)
{
	for (long i = 0; i < length && (lower || upper); i++)
		bytes[i] = lower ? tolower((unsigned char)bytes[i]) : toupper((unsigned char)bytes[i]);
	for (long i = 0; swap && i + 1 < length; i += 2) {
		char c = bytes[i];
		bytes[i] = bytes[i + 1];
		bytes[i + 1] = c;
	}
}

static void open_files(void)
{
	if (input) {
		int fd = open(input, O_RDONLY);
		if (fd == -1)
			error(1, errno, "failed to open '%s'", input);
		dup2(fd, 0);
		close(fd);
	}
	if (output) {
		int flags = (must_exist ? 0 : O_CREAT) | (exclusive ? O_EXCL : 0);
		int fd = open(output, (seek || keep ? O_WRONLY : O_WRONLY | O_TRUNC) | flags, 0666);
		if (fd == -1)
			error(1, errno, "failed to open '%s'", output);
		if (seek && !keep && ftruncate(fd, seek * out_size) == -1 && errno != EINVAL)
			error(1, errno, "failed to truncate to %ld bytes in output file '%s'", seek * out_size, output);
		dup2(fd, 1);
		close(fd);
	}
}

int main(int argc, char **argv)
{
	static const struct option longs[] = {{NULL, 0, NULL, 0}};
	while (getopt_long(argc, argv, "", longs, NULL) != -1)
		refer_to_help(1);
	for (int i = optind; i < argc; i++)
		read_operand(argv[i]);
	open_files();
	clock_gettime(CLOCK_MONOTONIC, &began);
	char *block = malloc(in_size), *made = malloc(out_size);
	if (block == NULL || made == NULL)
		error(1, 0, "memory exhausted by input buffer of size %ld bytes", in_size);
	if (skip && lseek(0, skip * in_size, SEEK_CUR) == -1)
		for (long i = 0; i < skip && read(0, block, in_size) > 0; i++)
			;
	if (seek && lseek(1, seek * out_size, SEEK_CUR) == -1)
		error(1, errno, "'%s': cannot seek", output ? output : "standard output");
	long length, waiting = 0;
	while ((count < 0 || full_in + part_in < count) && (length = take(block)) > 0) {
		if (fill && length < in_size) {
			memset(block + length, 0, in_size - length);
			length = in_size;
		}
		convert(block, length);
		if (together) {
			put(block, length);
			continue;
		}
		for (long at = 0; at < length;) {
			long more = length - at < out_size - waiting ? length - at : out_size - waiting;
			memcpy(made + waiting, block + at, more);
			waiting += more;
			at += more;
			if (waiting == out_size) {
				put(made, waiting);
				waiting = 0;
			}
		}
	}
	put(made, waiting);
	report();
	return 0;
}
