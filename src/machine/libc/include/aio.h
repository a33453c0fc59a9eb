// <aio.h>: reading and writing that goes on by itself.
#ifndef _AIO_H
#define _AIO_H

#include <signal.h>
#include <sys/types.h>
#include <time.h>

struct aiocb {
	int aio_fildes;
	int aio_lio_opcode;
	int aio_reqprio;
	volatile void *aio_buf;
	size_t aio_nbytes;
	struct sigevent aio_sigevent;
	void *__next_prio;
	int __abs_prio;
	int __policy;
	int __error_code;
	ssize_t __return_value;
	off_t aio_offset;
	char __unused[32];
};

enum {
	AIO_CANCELED,
	AIO_NOTCANCELED,
	AIO_ALLDONE
};
#define AIO_CANCELED AIO_CANCELED
#define AIO_NOTCANCELED AIO_NOTCANCELED
#define AIO_ALLDONE AIO_ALLDONE

enum {
	LIO_READ,
	LIO_WRITE,
	LIO_NOP
};
#define LIO_READ LIO_READ
#define LIO_WRITE LIO_WRITE
#define LIO_NOP LIO_NOP

enum {
	LIO_WAIT,
	LIO_NOWAIT
};
#define LIO_WAIT LIO_WAIT
#define LIO_NOWAIT LIO_NOWAIT

int aio_cancel(int fd, struct aiocb *request);
int aio_error(const struct aiocb *request);
int aio_fsync(int operation, struct aiocb *request);
int aio_read(struct aiocb *request);
ssize_t aio_return(struct aiocb *request);
int aio_suspend(const struct aiocb *const list[], int count, const struct timespec *timeout);
int aio_write(struct aiocb *request);
int lio_listio(int mode, struct aiocb *const list[], int count, struct sigevent *event);

#endif
