// <sys/msg.h>: System V message queues.
#ifndef _SYS_MSG_H
#define _SYS_MSG_H

#include <sys/ipc.h>

typedef unsigned long msgqnum_t;
typedef unsigned long msglen_t;

struct msqid_ds {
	struct ipc_perm msg_perm;
	time_t msg_stime;
	time_t msg_rtime;
	time_t msg_ctime;
	unsigned long __msg_cbytes;
	msgqnum_t msg_qnum;
	msglen_t msg_qbytes;
	pid_t msg_lspid;
	pid_t msg_lrpid;
	unsigned long __unused[2];
};
#define msg_cbytes __msg_cbytes

#define MSG_NOERROR 010000
#ifdef _GNU_SOURCE
#define MSG_EXCEPT 020000
#define MSG_COPY 040000

struct msgbuf {
	long mtype;
	char mtext[1];
};
#endif
#define MSG_STAT 11
#define MSG_INFO 12
#define MSG_STAT_ANY 13

struct msginfo {
	int msgpool;
	int msgmap;
	int msgmax;
	int msgmnb;
	int msgmni;
	int msgssz;
	int msgtql;
	unsigned short msgseg;
};

int msgctl(int id, int command, struct msqid_ds *data);
int msgget(key_t key, int flags);
ssize_t msgrcv(int id, void *message, size_t size, long type, int flags);
int msgsnd(int id, const void *message, size_t size, int flags);

#endif
