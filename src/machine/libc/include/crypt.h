// <crypt.h>: passwords made unreadable, by the traditional method of two characters of salt; no other is known.
#ifndef _CRYPT_H
#define _CRYPT_H

#define CRYPT_OUTPUT_SIZE 384
#define CRYPT_MAX_PASSPHRASE_SIZE 512

struct crypt_data {
	char output[CRYPT_OUTPUT_SIZE];
	char setting[CRYPT_OUTPUT_SIZE];
	char input[CRYPT_MAX_PASSPHRASE_SIZE];
	char reserved[767];
	char initialized;
	char internal[30720];
};

char *crypt(const char *phrase, const char *setting);
char *crypt_r(const char *phrase, const char *setting, struct crypt_data *data);

#endif
