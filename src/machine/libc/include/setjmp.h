// <setjmp.h>: jumps out of functions. The first words are the machine's; the last hold the signal mask.
#ifndef _SETJMP_H
#define _SETJMP_H

#include <bits/sigset.h>

struct __jmp_buf_tag {
	long __registers[8];
	int __mask_was_saved;
	sigset_t __saved_mask;
};

typedef struct __jmp_buf_tag jmp_buf[1];
typedef struct __jmp_buf_tag sigjmp_buf[1];

int __builtin_setjmp(struct __jmp_buf_tag *environment);
_Noreturn void __builtin_longjmp(struct __jmp_buf_tag *environment, int value);
struct __jmp_buf_tag *__save_signal_mask(struct __jmp_buf_tag *environment, int save_mask);
_Noreturn void longjmp(jmp_buf environment, int value);
_Noreturn void _longjmp(jmp_buf environment, int value);
_Noreturn void siglongjmp(sigjmp_buf environment, int value);

// setjmp must be expanded in its caller: it notes the caller's frame.
#define setjmp(environment) __builtin_setjmp(__save_signal_mask(environment, 0))
#define _setjmp(environment) setjmp(environment)
#define sigsetjmp(environment, save_mask) __builtin_setjmp(__save_signal_mask(environment, save_mask))

#endif
