// Functions that gcc knows without a declaration, as C: a unit that mentions one is given its text before its own.

import { lex } from "./lexer.ts";
import type { Token } from "./tokens.ts";

/** Where the spans of these functions say they are: a header of the system, so that nothing is said of them. */
const FILE = "/usr/include/bits/builtin.h";

/** What the library's functions are called when a program asks for gcc's own version of them; the linker knows both names. */
const prototypes = `
_Noreturn void __builtin_abort(void);
_Noreturn void __builtin_exit(int);
_Noreturn void __builtin__exit(int);
_Noreturn void __builtin_trap(void);
void *__builtin_malloc(unsigned long);
void *__builtin_calloc(unsigned long, unsigned long);
void *__builtin_realloc(void *, unsigned long);
void __builtin_free(void *);
void *__builtin_memcpy(void *, const void *, unsigned long);
void *__builtin_memmove(void *, const void *, unsigned long);
void *__builtin_memset(void *, int, unsigned long);
int __builtin_memcmp(const void *, const void *, unsigned long);
void *__builtin_memchr(const void *, int, unsigned long);
void *__builtin_mempcpy(void *, const void *, unsigned long);
unsigned long __builtin_strlen(const char *);
char *__builtin_strcpy(char *, const char *);
char *__builtin_stpcpy(char *, const char *);
char *__builtin_strncpy(char *, const char *, unsigned long);
int __builtin_strcmp(const char *, const char *);
int __builtin_strncmp(const char *, const char *, unsigned long);
char *__builtin_strcat(char *, const char *);
char *__builtin_strncat(char *, const char *, unsigned long);
char *__builtin_strchr(const char *, int);
char *__builtin_strrchr(const char *, int);
char *__builtin_strstr(const char *, const char *);
unsigned long __builtin_strspn(const char *, const char *);
unsigned long __builtin_strcspn(const char *, const char *);
char *__builtin_strpbrk(const char *, const char *);
char *__builtin_strdup(const char *);
char *__builtin_strndup(const char *, unsigned long);
char *__builtin_index(const char *, int);
char *__builtin_rindex(const char *, int);
void __builtin_bzero(void *, unsigned long);
void __builtin_bcopy(const void *, void *, unsigned long);
int __builtin_printf(const char *, ...);
int __builtin_sprintf(char *, const char *, ...);
int __builtin_snprintf(char *, unsigned long, const char *, ...);
int __builtin_vprintf(const char *, __builtin_va_list);
int __builtin_vsnprintf(char *, unsigned long, const char *, __builtin_va_list);
int __builtin_vsprintf(char *, const char *, __builtin_va_list);
int __builtin_puts(const char *);
int __builtin_putchar(int);
unsigned long __builtin_strftime(char *, unsigned long, const char *, const void *);
int __builtin_abs(int);
long __builtin_labs(long);
long long __builtin_llabs(long long);
int __builtin_ffs(int);
int __builtin_ffsl(long);
int __builtin_ffsll(long long);
double __builtin_fabs(double);
float __builtin_copysignf(float, float);
float __builtin_fabsf(float);
double __builtin_sqrt(double);
double __builtin_cbrt(double);
double __builtin_floor(double);
double __builtin_ceil(double);
double __builtin_trunc(double);
double __builtin_round(double);
double __builtin_pow(double, double);
double __builtin_exp(double);
double __builtin_exp2(double);
double __builtin_log(double);
double __builtin_log2(double);
double __builtin_log10(double);
double __builtin_sin(double);
double __builtin_cos(double);
double __builtin_tan(double);
double __builtin_asin(double);
double __builtin_acos(double);
double __builtin_atan(double);
double __builtin_atan2(double, double);
double __builtin_sinh(double);
double __builtin_cosh(double);
double __builtin_tanh(double);
double __builtin_hypot(double, double);
double __builtin_rint(double);
double __builtin_fmod(double, double);
double __builtin_fmax(double, double);
double __builtin_fmin(double, double);
double __builtin_copysign(double, double);
double __builtin_ldexp(double, int);
int __builtin_isalpha(int);
int __builtin_isdigit(int);
int __builtin_isalnum(int);
int __builtin_isspace(int);
int __builtin_isupper(int);
int __builtin_islower(int);
int __builtin_ispunct(int);
int __builtin_isprint(int);
int __builtin_toupper(int);
int __builtin_tolower(int);
`;

const bits = (suffix: string, type: string, width: number): string => `
static inline int __builtin_popcount${suffix}(unsigned ${type} x) { int n = 0; for (; x; x &= x - 1) n++; return n; }
static inline int __builtin_parity${suffix}(unsigned ${type} x) { int n = 0; for (; x; x &= x - 1) n ^= 1; return n; }
static inline int __builtin_clz${suffix}(unsigned ${type} x) { int n = 0; for (; n < ${width} && !(x >> (${width - 1} - n) & 1); n++) ; return n; }
static inline int __builtin_ctz${suffix}(unsigned ${type} x) { int n = 0; for (; n < ${width} && !(x >> n & 1); n++) ; return n; }
static inline int __builtin_clrsb${suffix}(${type} x) { int n = 0; if (x < 0) x = ~x; for (; n < ${width - 1} && !(x >> (${width - 2} - n) & 1); n++) ; return n; }
`;

const definitions = `
static inline void __builtin_unreachable(void) { extern _Noreturn void abort(void); abort(); }
${bits("", "int", 32)}${bits("l", "long", 64)}${bits("ll", "long long", 64)}
static inline unsigned short __builtin_bswap16(unsigned short x) { return (unsigned short)(x << 8 | x >> 8); }
static inline unsigned int __builtin_bswap32(unsigned int x) { return x << 24 | (x & 0xff00) << 8 | (x >> 8 & 0xff00) | x >> 24; }
static inline unsigned long __builtin_bswap64(unsigned long x) { unsigned long y = 0; for (int n = 0; n < 8; n++, x >>= 8) y = y << 8 | (x & 255); return y; }
static inline void *__builtin_assume_aligned(const void *p, unsigned long n, ...) { return (void *)p; }
static inline long __builtin_expect_with_probability(long x, long y, double z) { return x; }
static inline int __builtin_isnan(double x) { return x != x; }
static inline int __builtin_isinf_sign(double x) { return x - x != x - x && x == x ? x > 0 ? 1 : -1 : 0; }
static inline int __builtin_isinf(double x) { return x == x && x - x != x - x; }
static inline int __builtin_isfinite(double x) { return x - x == x - x; }
static inline int __builtin_isnormal(double x) { return x - x == x - x && (x < 0 ? -x : x) >= 2.2250738585072014e-308; }
static inline int __builtin_isunordered(double x, double y) { return x != x || y != y; }
static inline int __builtin_isgreater(double x, double y) { return x > y; }
static inline int __builtin_isgreaterequal(double x, double y) { return x >= y; }
static inline int __builtin_isless(double x, double y) { return x < y; }
static inline int __builtin_islessequal(double x, double y) { return x <= y; }
static inline int __builtin_islessgreater(double x, double y) { return x < y || x > y; }
static inline int __builtin_signbit(double x) { union { double d; unsigned long n; } u = {x}; return (int)(u.n >> 63); }
`;

const texts = new Map<string, string>();
for (const line of `${prototypes}${definitions}`.split("\n")) {
	const name = /\b(__builtin_\w+)\(/.exec(line)?.[1];
	if (name !== undefined) texts.set(name, line);
}

/** The type that gcc gives a library function that is called without a declaration; null when it does not know it. */
export function builtinTypeTokens(name: string): { tokens: readonly Token[]; noreturn: boolean } | null {
	const text = texts.get(`__builtin_${name}`);
	if (text === undefined || text.startsWith("static")) return null;
	const type = text.replace("_Noreturn ", "").replace(`__builtin_${name}`, "").replace(/;$/, "");
	return { tokens: lex(FILE, type), noreturn: text.startsWith("_Noreturn") };
}

/** The declarations of those of these functions that `tokens` mention. */
export function preludeOf(tokens: readonly Token[]): Token[] {
	const wanted = new Set<string>();
	for (const { kind, text } of tokens)
		if (kind === "identifier" && text.startsWith("__builtin_") && texts.has(text)) wanted.add(text);
	if (wanted.size === 0) return [];
	const text = [...wanted].map((name) => `${texts.get(name)}\n`).join("");
	return lex(FILE, text).slice(0, -1);
}
