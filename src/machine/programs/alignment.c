/* Alignment: what aligned attributes and _Alignas make of types, members and objects. */
#include <stdio.h>

typedef int wide __attribute__((aligned(16)));
typedef int narrow __attribute__((aligned(2)));
struct with_wide { char c; wide a; };
struct with_narrow { char c; narrow a; };
struct with_attribute { char c; int a __attribute__((aligned(2))); };
struct with_alignas { char c; _Alignas(32) char d; };

static wide global;
static _Alignas(_Alignof(long) * 4) char letters[3];

#define SHOW(type) printf("%s: %zu %zu\n", #type, sizeof(type), _Alignof(type))
#define PLACED(object, by) printf("%s: %d\n", #object, (int)((unsigned long)&object % by))

int main(void)
{
	_Alignas(wide) char c = 'c';
	wide local = 1;
	narrow few[3] = {1, 2, 3};
	_Alignas(0) int plain = 0;

	SHOW(int __attribute__((aligned(16))));
	SHOW(int __attribute__((aligned(2))));
	SHOW(wide);
	SHOW(const wide);
	SHOW(wide *);
	SHOW(narrow);
	SHOW(struct with_wide);
	SHOW(struct with_narrow);
	SHOW(struct with_attribute);
	SHOW(struct with_alignas);
	SHOW(struct { int a; } __attribute__((aligned(32))));
	SHOW(__attribute__((aligned(32))) struct with_wide);
	SHOW(__typeof__(local));
	SHOW(__typeof__(local + 0));
	printf("%zu %zu %zu %zu\n", _Alignof(c), _Alignof(local), sizeof few, _Alignof(plain));
	PLACED(global, 16);
	PLACED(letters, 32);
	PLACED(c, 16);
	PLACED(local, 16);
	return 0;
}
