// <stdlib.h>: memory, numbers, the environment, the end of a program.
#ifndef _STDLIB_H
#define _STDLIB_H

#include <alloca.h>
#include <bits/null.h>
#include <bits/wait.h>
#if defined _DEFAULT_SOURCE || defined _XOPEN_SOURCE
#include <sys/types.h>
#endif

typedef int wchar_t;
typedef struct {
	int quot;
	int rem;
} div_t;
typedef struct {
	long quot;
	long rem;
} ldiv_t;
typedef struct {
	long long quot;
	long long rem;
} lldiv_t;

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
size_t __ctype_get_mb_cur_max(void);
#define MB_CUR_MAX (__ctype_get_mb_cur_max())

_Noreturn void _Exit(int status);
_Noreturn void abort(void);
_Noreturn void exit(int status);
_Noreturn void quick_exit(int status);
int at_quick_exit(void (*function)(void));
int atexit(void (*function)(void));
int on_exit(void (*function)(int, void *), void *argument);

void *aligned_alloc(size_t alignment, size_t size);
void *calloc(size_t count, size_t size);
void free(void *block);
void *malloc(size_t size);
int posix_memalign(void **block, size_t alignment, size_t size);
void *realloc(void *block, size_t size);
void *reallocarray(void *block, size_t count, size_t size);

double atof(const char *text);
int atoi(const char *text);
long atol(const char *text);
long long atoll(const char *text);
double strtod(const char *text, char **end);
float strtof(const char *text, char **end);
long double strtold(const char *text, char **end);
long strtol(const char *text, char **end, int base);
long long strtoll(const char *text, char **end, int base);
unsigned long strtoul(const char *text, char **end, int base);
unsigned long long strtoull(const char *text, char **end, int base);

int abs(int value);
long labs(long value);
long long llabs(long long value);
div_t div(int numerator, int denominator);
ldiv_t ldiv(long numerator, long denominator);
lldiv_t lldiv(long long numerator, long long denominator);

void *bsearch(const void *key, const void *base, size_t count, size_t size,
	int (*compare)(const void *, const void *));
void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *));
#ifdef _GNU_SOURCE
void qsort_r(void *base, size_t count, size_t size, int (*compare)(const void *, const void *, void *),
	void *argument);
#endif

int rand(void);
int rand_r(unsigned int *seed);
void srand(unsigned int seed);
long random(void);
void srandom(unsigned int seed);
char *ecvt(double value, int count, int *point, int *negative);
char *fcvt(double value, int decimals, int *point, int *negative);
char *gcvt(double value, int count, char *text);
int rpmatch(const char *answer);
void *valloc(size_t size);
char *initstate(unsigned int seed, char *space, size_t size);
char *setstate(char *space);
double drand48(void);
long lrand48(void);
long mrand48(void);
void srand48(long seed);
double erand48(unsigned short words[3]);
long jrand48(unsigned short words[3]);
void lcong48(unsigned short parameters[7]);
long nrand48(unsigned short words[3]);
unsigned short *seed48(unsigned short seed[3]);

#ifdef _DEFAULT_SOURCE
struct random_data {
	int *fptr;
	int *rptr;
	int *state;
	int rand_type;
	int rand_deg;
	int rand_sep;
	int *end_ptr;
};
int initstate_r(unsigned int seed, char *space, size_t size, struct random_data *data);
int random_r(struct random_data *data, int *result);
int setstate_r(char *space, struct random_data *data);
int srandom_r(unsigned int seed, struct random_data *data);

struct drand48_data {
	unsigned short __x[3];
	unsigned short __old_x[3];
	unsigned short __c;
	unsigned short __init;
	unsigned long long __a;
};
int drand48_r(struct drand48_data *data, double *result);
int erand48_r(unsigned short words[3], struct drand48_data *data, double *result);
int jrand48_r(unsigned short words[3], struct drand48_data *data, long *result);
int lcong48_r(unsigned short parameters[7], struct drand48_data *data);
int lrand48_r(struct drand48_data *data, long *result);
int mrand48_r(struct drand48_data *data, long *result);
int nrand48_r(unsigned short words[3], struct drand48_data *data, long *result);
int seed48_r(unsigned short seed[3], struct drand48_data *data);
int srand48_r(long seed, struct drand48_data *data);
#endif

int mblen(const char *text, size_t size);
size_t mbstowcs(wchar_t *to, const char *from, size_t size);
int mbtowc(wchar_t *letter, const char *text, size_t size);
size_t wcstombs(char *to, const wchar_t *from, size_t size);
int wctomb(char *text, wchar_t letter);

int getsubopt(char **options, char *const *tokens, char **value);

void arc4random_buf(void *buffer, size_t size);
unsigned int arc4random(void);
unsigned int arc4random_uniform(unsigned int limit);
int getloadavg(double loads[], int count);

int clearenv(void);
char *getenv(const char *name);
int putenv(char *text);
int setenv(const char *name, const char *value, int overwrite);
int unsetenv(const char *name);
#ifdef _GNU_SOURCE
char *secure_getenv(const char *name);
#endif

int mkstemp(char *template);
int mkstemps(char *template, int after);
#ifdef _GNU_SOURCE
char *canonicalize_file_name(const char *path);
int mkostemp(char *template, int flags);
int mkostemps(char *template, int after, int flags);
#endif
char *mktemp(char *template);
char *mkdtemp(char *template);
char *realpath(const char *path, char *resolved);
int system(const char *command);
long a64l(const char *text);
char *l64a(long value);
#ifdef _XOPEN_SOURCE
int grantpt(int fd);
int posix_openpt(int flags);
char *ptsname(int fd);
int unlockpt(int fd);
#endif

#endif
