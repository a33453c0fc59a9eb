// The jumps of <setjmp.h>: the machine keeps the registers, the library the signal mask.
#include <setjmp.h>
#include <signal.h>

struct __jmp_buf_tag *__save_signal_mask(struct __jmp_buf_tag *environment, int save_mask)
{
	environment->__mask_was_saved = save_mask;
	if (save_mask)
		sigprocmask(SIG_BLOCK, NULL, &environment->__saved_mask);
	return environment;
}

_Noreturn void siglongjmp(sigjmp_buf environment, int value)
{
	if (environment->__mask_was_saved)
		sigprocmask(SIG_SETMASK, &environment->__saved_mask, NULL);
	__builtin_longjmp(environment, value ? value : 1);
}

_Noreturn void longjmp(jmp_buf environment, int value)
{
	siglongjmp(environment, value);
}

_Noreturn void _longjmp(jmp_buf environment, int value)
{
	siglongjmp(environment, value);
}
