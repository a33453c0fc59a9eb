// crypt: the traditional method.
#define _GNU_SOURCE
#include <crypt.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	static const char *const phrases[] = {"", "a", "secret", "password", "passwords", "12345678", "\xff\x80~ !", "Aa0./"};
	static const char *const settings[] = {"ab", "..", "zz", "Az", "0/", "abXXXXXXXXXXX", "a", "", "a:", "*0", "*1", ":a"};
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		for (size_t j = 0; j < sizeof settings / sizeof *settings; j++) {
			errno = 0;
			char *made = crypt(phrases[i], settings[j]);
			printf("%s %s: %s %s\n", phrases[i], settings[j], made, errno == 0 ? "" : strerrorname_np(errno));
		}
	struct crypt_data data = {0};
	char *made = crypt_r("secret", "ab", &data);
	printf("%d %s %s\n", made == data.output, made, crypt("another", made));
	return 0;
}
