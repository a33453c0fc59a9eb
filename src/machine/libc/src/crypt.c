// crypt: the traditional method, 25 rounds of DES with the salt in its expansion. A block is 64 bits, a byte for each.
#define _GNU_SOURCE
#include <crypt.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

typedef unsigned char bit;

static const char digits[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/* The permutations of FIPS 46-3; bits are counted from 1. */
static const bit first_order[64] = {58, 50, 42, 34, 26, 18, 10, 2, 60, 52, 44, 36, 28, 20, 12, 4,
	62, 54, 46, 38, 30, 22, 14, 6, 64, 56, 48, 40, 32, 24, 16, 8, 57, 49, 41, 33, 25, 17, 9, 1,
	59, 51, 43, 35, 27, 19, 11, 3, 61, 53, 45, 37, 29, 21, 13, 5, 63, 55, 47, 39, 31, 23, 15, 7};
static const bit expansion[48] = {32, 1, 2, 3, 4, 5, 4, 5, 6, 7, 8, 9, 8, 9, 10, 11, 12, 13, 12, 13, 14, 15, 16, 17,
	16, 17, 18, 19, 20, 21, 20, 21, 22, 23, 24, 25, 24, 25, 26, 27, 28, 29, 28, 29, 30, 31, 32, 1};
static const bit after_boxes[32] = {16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10,
	2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25};
static const bit key_order[56] = {57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19,
	11, 3, 60, 52, 44, 36, 63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5,
	28, 20, 12, 4};
static const bit round_key[48] = {14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2,
	41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32};
static const bit shifts[16] = {1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1};
static const bit boxes[8][64] = {
	{14, 4, 13, 1, 2, 15, 11, 8, 3, 10, 6, 12, 5, 9, 0, 7, 0, 15, 7, 4, 14, 2, 13, 1, 10, 6, 12, 11, 9, 5, 3, 8,
		4, 1, 14, 8, 13, 6, 2, 11, 15, 12, 9, 7, 3, 10, 5, 0, 15, 12, 8, 2, 4, 9, 1, 7, 5, 11, 3, 14, 10, 0, 6, 13},
	{15, 1, 8, 14, 6, 11, 3, 4, 9, 7, 2, 13, 12, 0, 5, 10, 3, 13, 4, 7, 15, 2, 8, 14, 12, 0, 1, 10, 6, 9, 11, 5,
		0, 14, 7, 11, 10, 4, 13, 1, 5, 8, 12, 6, 9, 3, 2, 15, 13, 8, 10, 1, 3, 15, 4, 2, 11, 6, 7, 12, 0, 5, 14, 9},
	{10, 0, 9, 14, 6, 3, 15, 5, 1, 13, 12, 7, 11, 4, 2, 8, 13, 7, 0, 9, 3, 4, 6, 10, 2, 8, 5, 14, 12, 11, 15, 1,
		13, 6, 4, 9, 8, 15, 3, 0, 11, 1, 2, 12, 5, 10, 14, 7, 1, 10, 13, 0, 6, 9, 8, 7, 4, 15, 14, 3, 11, 5, 2, 12},
	{7, 13, 14, 3, 0, 6, 9, 10, 1, 2, 8, 5, 11, 12, 4, 15, 13, 8, 11, 5, 6, 15, 0, 3, 4, 7, 2, 12, 1, 10, 14, 9,
		10, 6, 9, 0, 12, 11, 7, 13, 15, 1, 3, 14, 5, 2, 8, 4, 3, 15, 0, 6, 10, 1, 13, 8, 9, 4, 5, 11, 12, 7, 2, 14},
	{2, 12, 4, 1, 7, 10, 11, 6, 8, 5, 3, 15, 13, 0, 14, 9, 14, 11, 2, 12, 4, 7, 13, 1, 5, 0, 15, 10, 3, 9, 8, 6,
		4, 2, 1, 11, 10, 13, 7, 8, 15, 9, 12, 5, 6, 3, 0, 14, 11, 8, 12, 7, 1, 14, 2, 13, 6, 15, 0, 9, 10, 4, 5, 3},
	{12, 1, 10, 15, 9, 2, 6, 8, 0, 13, 3, 4, 14, 7, 5, 11, 10, 15, 4, 2, 7, 12, 9, 5, 6, 1, 13, 14, 0, 11, 3, 8,
		9, 14, 15, 5, 2, 8, 12, 3, 7, 0, 4, 10, 1, 13, 11, 6, 4, 3, 2, 12, 9, 5, 15, 10, 11, 14, 1, 7, 6, 0, 8, 13},
	{4, 11, 2, 14, 15, 0, 8, 13, 3, 12, 9, 7, 5, 10, 6, 1, 13, 0, 11, 7, 4, 9, 1, 10, 14, 3, 5, 12, 2, 15, 8, 6,
		1, 4, 11, 13, 12, 3, 7, 14, 10, 15, 6, 8, 0, 5, 9, 2, 6, 11, 13, 8, 1, 4, 10, 7, 9, 5, 0, 15, 14, 2, 3, 12},
	{13, 2, 8, 4, 6, 15, 11, 1, 10, 9, 3, 14, 5, 0, 12, 7, 1, 15, 13, 8, 10, 3, 7, 4, 12, 5, 6, 11, 0, 14, 9, 2,
		7, 11, 4, 1, 9, 12, 14, 2, 0, 6, 10, 13, 15, 3, 5, 8, 2, 1, 14, 7, 4, 10, 8, 13, 15, 12, 9, 0, 3, 5, 6, 11},
};

static void choose(bit *to, const bit *from, const bit *order, int count)
{
	for (int i = 0; i < count; i++)
		to[i] = from[order[i] - 1];
}

static void make_keys(bit keys[16][48], const char *phrase)
{
	bit block[64] = {0}, halves[56];
	for (int i = 0; i < 8 && phrase[i] != '\0'; i++)
		for (int j = 0; j < 7; j++)
			block[8 * i + j] = phrase[i] >> (6 - j) & 1;
	choose(halves, block, key_order, 56);
	for (int round = 0; round < 16; round++) {
		for (int turn = 0; turn < shifts[round]; turn++) {
			bit left = halves[0], right = halves[28];
			memmove(halves, halves + 1, 55);
			halves[27] = left;
			halves[55] = right;
		}
		choose(keys[round], halves, round_key, 48);
	}
}

/* One encryption of the block, with the expansion that the salt has changed. */
static void encrypt_block(bit *block, bit keys[16][48], const bit *spread)
{
	bit halves[64], inner[32], mixed[32];
	choose(halves, block, first_order, 64);
	bit *left = halves, *right = halves + 32;
	for (int round = 0; round < 16; round++) {
		for (int box = 0; box < 8; box++) {
			bit in[6];
			for (int i = 0; i < 6; i++)
				in[i] = right[spread[6 * box + i] - 1] ^ keys[round][6 * box + i];
			int out = boxes[box][in[0] << 5 | in[5] << 4 | in[1] << 3 | in[2] << 2 | in[3] << 1 | in[4]];
			for (int i = 0; i < 4; i++)
				inner[4 * box + i] = out >> (3 - i) & 1;
		}
		choose(mixed, inner, after_boxes, 32);
		for (int i = 0; i < 32; i++)
			left[i] ^= mixed[i];
		bit *other = left;
		left = right;
		right = other;
	}
	/* The halves are not exchanged after the last round; then the first order is undone. */
	bit swapped[64];
	memcpy(swapped, right, 32);
	memcpy(swapped + 32, left, 32);
	for (int i = 0; i < 64; i++)
		block[first_order[i] - 1] = swapped[i];
}

/* What no setting begins with, so that it is never taken for a password. */
static char *refused(const char *setting, char *output)
{
	errno = EINVAL;
	return strcpy(output, strncmp(setting, "*0", 2) == 0 ? "*1" : "*0");
}

char *crypt_r(const char *phrase, const char *setting, struct crypt_data *data)
{
	char *output = data->output;
	bit keys[16][48], block[66] = {0}, spread[48];
	if (phrase == NULL || setting == NULL)
		return refused("", output);
	memcpy(spread, expansion, 48);
	for (int i = 0; i < 2; i++) {
		const char *digit = setting[i] == '\0' ? NULL : strchr(digits, setting[i]);
		if (digit == NULL)
			return refused(setting, output);
		for (int j = 0; j < 6; j++)
			if ((digit - digits) >> j & 1) {
				bit other = spread[6 * i + j];
				spread[6 * i + j] = spread[6 * i + j + 24];
				spread[6 * i + j + 24] = other;
			}
		output[i] = setting[i];
	}
	make_keys(keys, phrase);
	for (int i = 0; i < 25; i++)
		encrypt_block(block, keys, spread);
	for (int i = 0; i < 11; i++) {
		int value = 0;
		for (int j = 0; j < 6; j++)
			value = value << 1 | block[6 * i + j];
		output[2 + i] = digits[value];
	}
	output[13] = '\0';
	return output;
}

char *crypt(const char *phrase, const char *setting)
{
	static struct crypt_data data;
	return crypt_r(phrase, setting, &data);
}
