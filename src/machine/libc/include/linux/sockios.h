// <linux/sockios.h>: requests that sockets understand.
#ifndef _LINUX_SOCKIOS_H
#define _LINUX_SOCKIOS_H

#define SIOCINQ 0x541b
#define SIOCOUTQ 0x5411
#define SIOCGIFCONF 0x8912
#define SIOCGIFFLAGS 0x8913
#define SIOCGIFADDR 0x8915
#define SIOCGIFNETMASK 0x891b
#define SIOCGIFHWADDR 0x8927
#define SIOCGIFMTU 0x8921
#define SIOCGIFINDEX 0x8933

#endif
