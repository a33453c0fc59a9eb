// <tar.h>: the headers in archives of tar.
#ifndef _TAR_H
#define _TAR_H

#define TMAGIC "ustar"
#define TSVTX 01000
#define TVERSLEN 2
#define BLKTYPE '4'
#define SYMTYPE '2'
#define TOWRITE 00002
#define DIRTYPE '5'
#define AREGTYPE '\0'
#define TOREAD 00004
#define CONTTYPE '7'
#define TGWRITE 00020
#define TUEXEC 00100
#define TMAGLEN 6
#define TGEXEC 00010
#define FIFOTYPE '6'
#define TVERSION "00"
#define REGTYPE '0'
#define TSUID 04000
#define LNKTYPE '1'
#define CHRTYPE '3'
#define TSGID 02000
#define TUWRITE 00200
#define TUREAD 00400
#define TOEXEC 00001
#define TGREAD 00040

#endif
