// <sys/ucontext.h>: the registers of x86-64.
#ifndef _SYS_UCONTEXT_H
#define _SYS_UCONTEXT_H

#include <bits/sigset.h>
#include <bits/stack.h>

typedef long long greg_t;
#define NGREG 23
typedef greg_t gregset_t[NGREG];
#ifdef _GNU_SOURCE
enum {
	REG_R8,
	REG_R9,
	REG_R10,
	REG_R11,
	REG_R12,
	REG_R13,
	REG_R14,
	REG_R15,
	REG_RDI,
	REG_RSI,
	REG_RBP,
	REG_RBX,
	REG_RDX,
	REG_RAX,
	REG_RCX,
	REG_RSP,
	REG_RIP,
	REG_EFL,
	REG_CSGSFS,
	REG_ERR,
	REG_TRAPNO,
	REG_OLDMASK,
	REG_CR2
};
#define REG_RSP REG_RSP
#define REG_RIP REG_RIP
#define REG_RAX REG_RAX
#define REG_EFL REG_EFL
#endif

typedef struct {
	gregset_t gregs;
	void *fpregs;
	unsigned long long __reserved[8];
} mcontext_t;

typedef struct ucontext_t {
	unsigned long uc_flags;
	struct ucontext_t *uc_link;
	stack_t uc_stack;
	mcontext_t uc_mcontext;
	sigset_t uc_sigmask;
	char __fpregs_mem[512];
	unsigned long long __ssp[4];
} ucontext_t;

#endif
