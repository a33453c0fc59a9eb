// sigaltstack: where handlers with SA_ONSTACK run. The computer looks here when it begins one.
#include <errno.h>
#include <signal.h>

stack_t __signal_stack = {0, SS_DISABLE, 0};

static int is_in_use(void)
{
	char here;
	unsigned long before = (unsigned long)&here - (unsigned long)__signal_stack.ss_sp;
	return before < __signal_stack.ss_size;
}

int sigaltstack(const stack_t *stack, stack_t *old)
{
	stack_t before = __signal_stack;
	if (is_in_use())
		before.ss_flags |= SS_ONSTACK;
	if (stack) {
		if (is_in_use()) {
			errno = EPERM;
			return -1;
		}
		if (stack->ss_flags != 0 && stack->ss_flags != SS_DISABLE && stack->ss_flags != SS_ONSTACK) {
			errno = EINVAL;
			return -1;
		}
		if (!(stack->ss_flags & SS_DISABLE) && stack->ss_size < MINSIGSTKSZ) {
			errno = ENOMEM;
			return -1;
		}
		__signal_stack = *stack;
		if (stack->ss_flags & SS_DISABLE) {
			__signal_stack.ss_sp = NULL;
			__signal_stack.ss_size = 0;
		} else {
			__signal_stack.ss_flags = 0;
		}
	}
	if (old)
		*old = before;
	return 0;
}
