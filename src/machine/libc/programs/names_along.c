// Names that come along with a header of another kind, as glibc's headers bring them.
#include <fcntl.h>
#include <mqueue.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/param.h>
#include <sys/stat.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>

int printf(const char *format, ...);

#define SHOW(value) printf("%s %lld\n", #value, (long long)(value))

static void from_stdlib(void)
{
	fd_set set;
	FD_ZERO(&set);
	FD_SET(3, &set);
	SHOW(FD_ISSET(3, &set));
	FD_ZERO(&set);
	SHOW(BYTE_ORDER == LITTLE_ENDIAN);
	SHOW(BYTE_ORDER == BIG_ENDIAN);
	SHOW(htobe16(1));
	SHOW(htobe32(1));
	SHOW(htobe64(1) == 1ULL << 56);
	SHOW(le16toh(65537));
	SHOW(be32toh(0x01020304));
	u_char letter = 'a';
	mode_t mode = 0644;
	SHOW(letter + mode);
}

static void from_fcntl(void)
{
	SHOW(R_OK | W_OK << 4 | X_OK << 8 | F_OK << 12);
	SHOW(F_ULOCK + F_LOCK * 10 + F_TLOCK * 100 + F_TEST * 1000);
	SHOW(FAPPEND);
	SHOW(FNDELAY);
	SHOW(FNONBLOCK);
	SHOW(sizeof lockf(0, F_LOCK, 0) + sizeof select(0, NULL, NULL, NULL, NULL));
}

static void from_mqueue(void)
{
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = 10, .sigev_value.sival_int = 7};
	SHOW(event.sigev_value.sival_int + event.sigev_signo);
}

static void from_termios(void)
{
	SHOW(CTRL('c'));
	SHOW(CINTR);
	SHOW(CEOF);
	SHOW(CERASE);
	SHOW(CQUIT);
	SHOW(CSTART);
	SHOW(TTYDEF_IFLAG);
	SHOW(TTYDEF_OFLAG);
	SHOW(TTYDEF_LFLAG);
	SHOW(TTYDEF_CFLAG);
}

static void from_param(void)
{
	char bits[4] = {0};
	setbit(bits, 9);
	SHOW(isset(bits, 9));
	SHOW(isclr(bits, 8));
	clrbit(bits, 9);
	SHOW(bits[1]);
	SHOW(powerof2(64));
	SHOW(powerof2(65));
	SHOW(HZ);
	SHOW(NCARGS);
	SHOW(NOGROUP);
	SHOW(NODEV);
	SHOW(NGROUPS);
	SHOW(DEV_BSIZE);
	SHOW(CANBSIZ);
	SHOW(MAXSYMLINKS);
	SHOW(EXEC_PAGESIZE);
#ifdef BSD
	printf("BSD\n");
#endif
}

static void from_stat(void)
{
	struct stat status = {0};
	SHOW(ACCESSPERMS);
	SHOW(ALLPERMS);
	SHOW(DEFFILEMODE);
	SHOW(S_BLKSIZE);
	SHOW(S_TYPEISMQ(&status) | S_TYPEISSEM(&status) | S_TYPEISSHM(&status));
}

int main(void)
{
	from_stdlib();
	from_fcntl();
	from_mqueue();
	from_termios();
	from_param();
	from_stat();
	SHOW(WAIT_ANY);
	SHOW(WAIT_MYPGRP);
	SHOW(WINT_MIN);
	SHOW(WINT_MAX);
	struct sockaddr_un address = {AF_UNIX, "door"};
	SHOW(SUN_LEN(&address));
	return 0;
}
