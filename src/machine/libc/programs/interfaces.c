// The headers of what this computer does not have: constants, sizes and layouts as x86-64 Linux has them.
#define _GNU_SOURCE
#include <limits.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <aio.h>
#include <arpa/inet.h>
#include <dlfcn.h>
#include <endian.h>
#include <fenv.h>
#include <fnmatch.h>
#include <ftw.h>
#include <glob.h>
#include <grp.h>
#include <ifaddrs.h>
#include <langinfo.h>
#include <linux/futex.h>
#include <linux/limits.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <linux/types.h>
#include <mntent.h>
#include <mqueue.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/ip_icmp.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <pthread.h>
#include <pty.h>
#include <pwd.h>
#include <regex.h>
#include <search.h>
#include <semaphore.h>
#include <spawn.h>
#include <sys/acct.h>
#include <sys/auxv.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/fanotify.h>
#include <sys/fsuid.h>
#include <sys/inotify.h>
#include <sys/ipc.h>
#include <sys/klog.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/random.h>
#include <sys/reboot.h>
#include <sys/sem.h>
#include <sys/sendfile.h>
#include <sys/shm.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/swap.h>
#include <sys/sysinfo.h>
#include <sys/sysmacros.h>
#include <sys/timeb.h>
#include <sys/timerfd.h>
#include <sys/ucontext.h>
#include <sys/un.h>
#include <sys/xattr.h>
#include <ulimit.h>
#include <utime.h>
#include <utmp.h>
#include <utmpx.h>
#include <wordexp.h>
#include <sys/syscall.h>

#define V(name) printf("%s %ld\n", #name, (long)(name))
#define S(type) printf("sizeof(%s) %zu\n", #type, sizeof(type))
#define O(type, member) printf("%s.%s %zu\n", #type, #member, offsetof(type, member))

static void in_aio_h(void)
{
	V(AIO_CANCELED);
	V(AIO_NOTCANCELED);
	V(AIO_ALLDONE);
	V(LIO_READ);
	V(LIO_WRITE);
	V(LIO_NOP);
	V(LIO_WAIT);
	V(LIO_NOWAIT);
	printf("mode %zu\n", sizeof ((struct ipc_perm *)0)->mode);
	S(struct aiocb);
	O(struct aiocb, aio_fildes);
	O(struct aiocb, aio_lio_opcode);
	O(struct aiocb, aio_reqprio);
	O(struct aiocb, aio_buf);
	O(struct aiocb, aio_nbytes);
	O(struct aiocb, aio_sigevent);
	O(struct aiocb, aio_offset);
}

static void in_dlfcn_h(void)
{
	V(RTLD_LAZY);
	V(RTLD_NOW);
	V(RTLD_NOLOAD);
	V(RTLD_DEEPBIND);
	V(RTLD_GLOBAL);
	V(RTLD_LOCAL);
	V(RTLD_NODELETE);
	V(RTLD_NEXT);
	V(RTLD_DEFAULT);
	S(Dl_info);
	O(Dl_info, dli_fname);
	O(Dl_info, dli_fbase);
	O(Dl_info, dli_sname);
	O(Dl_info, dli_saddr);
}

static void in_endian_h(void)
{
	V(LITTLE_ENDIAN);
	V(BIG_ENDIAN);
	V(PDP_ENDIAN);
	V(BYTE_ORDER);
}

static void in_fenv_h(void)
{
	V(FE_INVALID);
	V(FE_DIVBYZERO);
	V(FE_OVERFLOW);
	V(FE_UNDERFLOW);
	V(FE_INEXACT);
	V(FE_ALL_EXCEPT);
	V(FE_TONEAREST);
	V(FE_DOWNWARD);
	V(FE_UPWARD);
	V(FE_TOWARDZERO);
	V(FE_DFL_ENV);
	S(fenv_t);
	S(fexcept_t);
}

static void in_fnmatch_h(void)
{
	V(FNM_PATHNAME);
	V(FNM_NOESCAPE);
	V(FNM_PERIOD);
	V(FNM_FILE_NAME);
	V(FNM_LEADING_DIR);
	V(FNM_CASEFOLD);
	V(FNM_EXTMATCH);
	V(FNM_NOMATCH);
}

static void in_ftw_h(void)
{
	V(FTW_F);
	V(FTW_D);
	V(FTW_DNR);
	V(FTW_NS);
	V(FTW_SL);
	V(FTW_DP);
	V(FTW_SLN);
	V(FTW_PHYS);
	V(FTW_MOUNT);
	V(FTW_CHDIR);
	V(FTW_DEPTH);
	V(FTW_ACTIONRETVAL);
	S(struct FTW);
	O(struct FTW, base);
	O(struct FTW, level);
}

static void in_glob_h(void)
{
	V(GLOB_ERR);
	V(GLOB_MARK);
	V(GLOB_NOSORT);
	V(GLOB_DOOFFS);
	V(GLOB_NOCHECK);
	V(GLOB_APPEND);
	V(GLOB_NOESCAPE);
	V(GLOB_PERIOD);
	V(GLOB_MAGCHAR);
	V(GLOB_ALTDIRFUNC);
	V(GLOB_BRACE);
	V(GLOB_NOMAGIC);
	V(GLOB_TILDE);
	V(GLOB_ONLYDIR);
	V(GLOB_TILDE_CHECK);
	V(GLOB_NOSPACE);
	V(GLOB_ABORTED);
	V(GLOB_NOMATCH);
	V(GLOB_NOSYS);
	S(glob_t);
	O(glob_t, gl_pathc);
	O(glob_t, gl_pathv);
	O(glob_t, gl_offs);
	O(glob_t, gl_flags);
}

static void in_grp_h(void)
{
	S(struct group);
	O(struct group, gr_name);
	O(struct group, gr_passwd);
	O(struct group, gr_gid);
	O(struct group, gr_mem);
}

static void in_ifaddrs_h(void)
{
	S(struct ifaddrs);
	O(struct ifaddrs, ifa_next);
	O(struct ifaddrs, ifa_name);
	O(struct ifaddrs, ifa_flags);
	O(struct ifaddrs, ifa_addr);
	O(struct ifaddrs, ifa_netmask);
	O(struct ifaddrs, ifa_ifu);
	O(struct ifaddrs, ifa_data);
}

static void in_langinfo_h(void)
{
	V(ABDAY_1);
	V(ABDAY_2);
	V(ABDAY_3);
	V(ABDAY_4);
	V(ABDAY_5);
	V(ABDAY_6);
	V(ABDAY_7);
	V(DAY_1);
	V(DAY_2);
	V(DAY_3);
	V(DAY_4);
	V(DAY_5);
	V(DAY_6);
	V(DAY_7);
	V(ABMON_1);
	V(ABMON_2);
	V(ABMON_3);
	V(ABMON_4);
	V(ABMON_5);
	V(ABMON_6);
	V(ABMON_7);
	V(ABMON_8);
	V(ABMON_9);
	V(ABMON_10);
	V(ABMON_11);
	V(ABMON_12);
	V(MON_1);
	V(MON_2);
	V(MON_3);
	V(MON_4);
	V(MON_5);
	V(MON_6);
	V(MON_7);
	V(MON_8);
	V(MON_9);
	V(MON_10);
	V(MON_11);
	V(MON_12);
	V(AM_STR);
	V(PM_STR);
	V(D_T_FMT);
	V(D_FMT);
	V(T_FMT);
	V(T_FMT_AMPM);
	V(CODESET);
	V(CRNCYSTR);
	V(RADIXCHAR);
	V(THOUSEP);
	V(YESEXPR);
	V(NOEXPR);
	S(nl_item);
}

static void in_linux_futex_h(void)
{
	V(FUTEX_WAIT);
	V(FUTEX_WAKE);
	V(FUTEX_FD);
	V(FUTEX_REQUEUE);
	V(FUTEX_CMP_REQUEUE);
	V(FUTEX_WAKE_OP);
	V(FUTEX_LOCK_PI);
	V(FUTEX_UNLOCK_PI);
	V(FUTEX_TRYLOCK_PI);
	V(FUTEX_WAIT_BITSET);
	V(FUTEX_WAKE_BITSET);
	V(FUTEX_WAIT_REQUEUE_PI);
	V(FUTEX_CMP_REQUEUE_PI);
	V(FUTEX_LOCK_PI2);
	V(FUTEX_PRIVATE_FLAG);
	V(FUTEX_CLOCK_REALTIME);
	V(FUTEX_CMD_MASK);
	V(FUTEX_WAIT_PRIVATE);
	V(FUTEX_WAKE_PRIVATE);
	V(FUTEX_REQUEUE_PRIVATE);
	V(FUTEX_CMP_REQUEUE_PRIVATE);
	V(FUTEX_WAKE_OP_PRIVATE);
	V(FUTEX_LOCK_PI_PRIVATE);
	V(FUTEX_LOCK_PI2_PRIVATE);
	V(FUTEX_UNLOCK_PI_PRIVATE);
	V(FUTEX_TRYLOCK_PI_PRIVATE);
	V(FUTEX_WAIT_BITSET_PRIVATE);
	V(FUTEX_WAKE_BITSET_PRIVATE);
	V(FUTEX_WAIT_REQUEUE_PI_PRIVATE);
	V(FUTEX_CMP_REQUEUE_PI_PRIVATE);
	V(FUTEX_32);
	V(FUTEX_WAITV_MAX);
	V(FUTEX_WAITERS);
	V(FUTEX_OWNER_DIED);
	V(FUTEX_TID_MASK);
	V(FUTEX_BITSET_MATCH_ANY);
	V(FUTEX_OP_SET);
	V(FUTEX_OP_ADD);
	V(FUTEX_OP_OR);
	V(FUTEX_OP_ANDN);
	V(FUTEX_OP_XOR);
	V(FUTEX_OP_OPARG_SHIFT);
	V(FUTEX_OP_CMP_EQ);
	V(FUTEX_OP_CMP_NE);
	V(FUTEX_OP_CMP_LT);
	V(FUTEX_OP_CMP_LE);
	V(FUTEX_OP_CMP_GT);
	V(FUTEX_OP_CMP_GE);
}

static void in_linux_limits_h(void)
{
	V(NGROUPS_MAX);
	V(MAX_CANON);
	V(MAX_INPUT);
	V(NAME_MAX);
	V(PATH_MAX);
	V(PIPE_BUF);
	V(XATTR_NAME_MAX);
	V(XATTR_SIZE_MAX);
	V(XATTR_LIST_MAX);
	V(RTSIG_MAX);
}

static void in_linux_sched_h(void)
{
	V(CLONE_VM);
	V(CLONE_FS);
	V(CLONE_FILES);
	V(CLONE_SIGHAND);
	V(CLONE_PIDFD);
	V(CLONE_PTRACE);
	V(CLONE_VFORK);
	V(CLONE_PARENT);
	V(CLONE_THREAD);
	V(CLONE_NEWNS);
	V(CLONE_SYSVSEM);
	V(CLONE_SETTLS);
	V(CLONE_PARENT_SETTID);
	V(CLONE_CHILD_CLEARTID);
	V(CLONE_DETACHED);
	V(CLONE_UNTRACED);
	V(CLONE_CHILD_SETTID);
	V(CLONE_NEWCGROUP);
	V(CLONE_NEWUTS);
	V(CLONE_NEWIPC);
	V(CLONE_NEWUSER);
	V(CLONE_NEWPID);
	V(CLONE_NEWNET);
	V(CLONE_IO);
	V(CLONE_NEWTIME);
}

static void in_linux_seccomp_h(void)
{
	V(SECCOMP_MODE_DISABLED);
	V(SECCOMP_MODE_STRICT);
	V(SECCOMP_MODE_FILTER);
	V(SECCOMP_SET_MODE_STRICT);
	V(SECCOMP_SET_MODE_FILTER);
	V(SECCOMP_RET_KILL_PROCESS);
	V(SECCOMP_RET_KILL_THREAD);
	V(SECCOMP_RET_KILL);
	V(SECCOMP_RET_TRAP);
	V(SECCOMP_RET_ERRNO);
	V(SECCOMP_RET_USER_NOTIF);
	V(SECCOMP_RET_TRACE);
	V(SECCOMP_RET_LOG);
	V(SECCOMP_RET_ALLOW);
	V(SECCOMP_RET_ACTION_FULL);
	V(SECCOMP_RET_ACTION);
	V(SECCOMP_RET_DATA);
}

static void in_linux_sockios_h(void)
{
	V(SIOCINQ);
	V(SIOCOUTQ);
	V(SIOCGIFCONF);
	V(SIOCGIFFLAGS);
	V(SIOCGIFADDR);
	V(SIOCGIFNETMASK);
	V(SIOCGIFHWADDR);
	V(SIOCGIFMTU);
	V(SIOCGIFINDEX);
}

static void in_mntent_h(void)
{
	S(struct mntent);
	O(struct mntent, mnt_fsname);
	O(struct mntent, mnt_dir);
	O(struct mntent, mnt_type);
	O(struct mntent, mnt_opts);
	O(struct mntent, mnt_freq);
	O(struct mntent, mnt_passno);
}

static void in_mqueue_h(void)
{
	S(struct mq_attr);
	O(struct mq_attr, mq_flags);
	O(struct mq_attr, mq_maxmsg);
	O(struct mq_attr, mq_msgsize);
	O(struct mq_attr, mq_curmsgs);
	S(mqd_t);
}

static void in_net_if_h(void)
{
	V(IF_NAMESIZE);
	V(IFNAMSIZ);
	V(IFF_UP);
	V(IFF_BROADCAST);
	V(IFF_DEBUG);
	V(IFF_LOOPBACK);
	V(IFF_POINTOPOINT);
	V(IFF_NOTRAILERS);
	V(IFF_RUNNING);
	V(IFF_NOARP);
	V(IFF_PROMISC);
	V(IFF_ALLMULTI);
	V(IFF_MULTICAST);
	S(struct if_nameindex);
	O(struct if_nameindex, if_index);
	O(struct if_nameindex, if_name);
	S(struct ifmap);
	O(struct ifmap, mem_start);
	O(struct ifmap, mem_end);
	O(struct ifmap, base_addr);
	O(struct ifmap, irq);
	O(struct ifmap, dma);
	O(struct ifmap, port);
	S(struct ifreq);
	O(struct ifreq, ifr_ifrn);
	O(struct ifreq, ifr_ifru);
	S(struct ifconf);
	O(struct ifconf, ifc_len);
	O(struct ifconf, ifc_ifcu);
}

static void in_netdb_h(void)
{
	V(AI_PASSIVE);
	V(AI_CANONNAME);
	V(AI_NUMERICHOST);
	V(AI_V4MAPPED);
	V(AI_ALL);
	V(AI_ADDRCONFIG);
	V(AI_NUMERICSERV);
	V(NI_MAXHOST);
	V(NI_MAXSERV);
	V(NI_NUMERICHOST);
	V(NI_NUMERICSERV);
	V(NI_NOFQDN);
	V(NI_NAMEREQD);
	V(NI_DGRAM);
	V(EAI_BADFLAGS);
	V(EAI_NONAME);
	V(EAI_AGAIN);
	V(EAI_FAIL);
	V(EAI_FAMILY);
	V(EAI_SOCKTYPE);
	V(EAI_SERVICE);
	V(EAI_MEMORY);
	V(EAI_SYSTEM);
	V(EAI_OVERFLOW);
	V(EAI_NODATA);
	V(EAI_ADDRFAMILY);
	V(EAI_INPROGRESS);
	V(EAI_CANCELED);
	V(EAI_NOTCANCELED);
	V(EAI_ALLDONE);
	V(EAI_INTR);
	V(NETDB_INTERNAL);
	V(NETDB_SUCCESS);
	V(HOST_NOT_FOUND);
	V(TRY_AGAIN);
	V(NO_RECOVERY);
	V(NO_DATA);
	V(NO_ADDRESS);
	V(h_errno);
	V(GAI_WAIT);
	V(GAI_NOWAIT);
	S(struct hostent);
	O(struct hostent, h_name);
	O(struct hostent, h_aliases);
	O(struct hostent, h_addrtype);
	O(struct hostent, h_length);
	O(struct hostent, h_addr_list);
	S(struct netent);
	O(struct netent, n_name);
	O(struct netent, n_aliases);
	O(struct netent, n_addrtype);
	O(struct netent, n_net);
	S(struct servent);
	O(struct servent, s_name);
	O(struct servent, s_aliases);
	O(struct servent, s_port);
	O(struct servent, s_proto);
	S(struct protoent);
	O(struct protoent, p_name);
	O(struct protoent, p_aliases);
	O(struct protoent, p_proto);
	S(struct addrinfo);
	O(struct addrinfo, ai_flags);
	O(struct addrinfo, ai_family);
	O(struct addrinfo, ai_socktype);
	O(struct addrinfo, ai_protocol);
	O(struct addrinfo, ai_addrlen);
	O(struct addrinfo, ai_addr);
	O(struct addrinfo, ai_canonname);
	O(struct addrinfo, ai_next);
	S(struct gaicb);
	O(struct gaicb, ar_name);
	O(struct gaicb, ar_service);
	O(struct gaicb, ar_request);
	O(struct gaicb, ar_result);
}

static void in_netinet_in_h(void)
{
	V(IPPROTO_IP);
	V(IPPROTO_ICMP);
	V(IPPROTO_IGMP);
	V(IPPROTO_TCP);
	V(IPPROTO_UDP);
	V(IPPROTO_IPV6);
	V(IPPROTO_ICMPV6);
	V(IPPROTO_SCTP);
	V(IPPROTO_RAW);
	V(IPPORT_RESERVED);
	V(IPPORT_USERRESERVED);
	V(IPPORT_ECHO);
	V(IPPORT_FTP);
	V(IPPORT_TELNET);
	V(IPPORT_SMTP);
	V(INADDR_ANY);
	V(INADDR_BROADCAST);
	V(INADDR_NONE);
	V(INADDR_LOOPBACK);
	V(INADDR_UNSPEC_GROUP);
	V(INADDR_ALLHOSTS_GROUP);
	V(INADDR_ALLRTRS_GROUP);
	V(INADDR_MAX_LOCAL_GROUP);
	V(INET_ADDRSTRLEN);
	V(INET6_ADDRSTRLEN);
	V(IN_LOOPBACKNET);
	V(IP_OPTIONS);
	V(IP_HDRINCL);
	V(IP_TOS);
	V(IP_TTL);
	V(IP_RECVOPTS);
	V(IP_RETOPTS);
	V(IP_MULTICAST_IF);
	V(IP_MULTICAST_TTL);
	V(IP_MULTICAST_LOOP);
	V(IP_ADD_MEMBERSHIP);
	V(IP_DROP_MEMBERSHIP);
	V(IP_UNBLOCK_SOURCE);
	V(IP_BLOCK_SOURCE);
	V(IP_ADD_SOURCE_MEMBERSHIP);
	V(IP_DROP_SOURCE_MEMBERSHIP);
	V(IP_MULTICAST_ALL);
	V(IP_PKTINFO);
	V(IP_MTU_DISCOVER);
	V(IP_RECVERR);
	V(IP_RECVTTL);
	V(IP_RECVTOS);
	V(IP_MTU);
	V(IP_FREEBIND);
	V(IP_TRANSPARENT);
	V(IP_BIND_ADDRESS_NO_PORT);
	V(IP_PMTUDISC_DONT);
	V(IP_PMTUDISC_WANT);
	V(IP_PMTUDISC_DO);
	V(IP_DEFAULT_MULTICAST_TTL);
	V(IP_DEFAULT_MULTICAST_LOOP);
	V(IP_MAX_MEMBERSHIPS);
	V(IPV6_UNICAST_HOPS);
	V(IPV6_MULTICAST_IF);
	V(IPV6_MULTICAST_HOPS);
	V(IPV6_MULTICAST_LOOP);
	V(IPV6_JOIN_GROUP);
	V(IPV6_LEAVE_GROUP);
	V(IPV6_MTU_DISCOVER);
	V(IPV6_MTU);
	V(IPV6_RECVERR);
	V(IPV6_V6ONLY);
	V(IPV6_RECVPKTINFO);
	V(IPV6_PKTINFO);
	V(IPV6_RECVHOPLIMIT);
	V(IPV6_HOPLIMIT);
	V(IPV6_RECVTCLASS);
	V(IPV6_TCLASS);
	V(IPV6_ADD_MEMBERSHIP);
	V(IPV6_DROP_MEMBERSHIP);
	S(struct in_addr);
	O(struct in_addr, s_addr);
	S(struct sockaddr_in);
	O(struct sockaddr_in, sin_family);
	O(struct sockaddr_in, sin_port);
	O(struct sockaddr_in, sin_addr);
	O(struct sockaddr_in, sin_zero);
	S(struct in6_addr);
	S(struct sockaddr_in6);
	O(struct sockaddr_in6, sin6_family);
	O(struct sockaddr_in6, sin6_port);
	O(struct sockaddr_in6, sin6_flowinfo);
	O(struct sockaddr_in6, sin6_addr);
	O(struct sockaddr_in6, sin6_scope_id);
	S(struct ip_mreq);
	O(struct ip_mreq, imr_multiaddr);
	O(struct ip_mreq, imr_interface);
	S(struct ip_mreqn);
	O(struct ip_mreqn, imr_multiaddr);
	O(struct ip_mreqn, imr_address);
	O(struct ip_mreqn, imr_ifindex);
	S(struct ip_mreq_source);
	O(struct ip_mreq_source, imr_multiaddr);
	O(struct ip_mreq_source, imr_interface);
	O(struct ip_mreq_source, imr_sourceaddr);
	S(struct ipv6_mreq);
	O(struct ipv6_mreq, ipv6mr_multiaddr);
	O(struct ipv6_mreq, ipv6mr_interface);
	S(struct in_pktinfo);
	O(struct in_pktinfo, ipi_ifindex);
	O(struct in_pktinfo, ipi_spec_dst);
	O(struct in_pktinfo, ipi_addr);
	S(struct in6_pktinfo);
	O(struct in6_pktinfo, ipi6_addr);
	O(struct in6_pktinfo, ipi6_ifindex);
	S(in_port_t);
	S(in_addr_t);
}

static void in_netinet_ip_h(void)
{
	V(IP_RF);
	V(IP_DF);
	V(IP_MF);
	V(IP_OFFMASK);
	V(IPVERSION);
	V(IP_MAXPACKET);
	V(MAXTTL);
	V(IPDEFTTL);
	V(IPTOS_LOWDELAY);
	V(IPTOS_THROUGHPUT);
	V(IPTOS_RELIABILITY);
	V(IPTOS_LOWCOST);
	V(IPTOS_MINCOST);
	S(struct iphdr);
	O(struct iphdr, tos);
	O(struct iphdr, tot_len);
	O(struct iphdr, id);
	O(struct iphdr, frag_off);
	O(struct iphdr, ttl);
	O(struct iphdr, protocol);
	O(struct iphdr, check);
	O(struct iphdr, saddr);
	O(struct iphdr, daddr);
	S(struct ip);
	O(struct ip, ip_tos);
	O(struct ip, ip_len);
	O(struct ip, ip_id);
	O(struct ip, ip_off);
	O(struct ip, ip_ttl);
	O(struct ip, ip_p);
	O(struct ip, ip_sum);
}

static void in_netinet_ip_icmp_h(void)
{
	V(ICMP_ECHOREPLY);
	V(ICMP_DEST_UNREACH);
	V(ICMP_SOURCE_QUENCH);
	V(ICMP_REDIRECT);
	V(ICMP_ECHO);
	V(ICMP_TIME_EXCEEDED);
	V(ICMP_MINLEN);
	S(struct icmphdr);
	O(struct icmphdr, type);
	O(struct icmphdr, code);
	O(struct icmphdr, checksum);
	O(struct icmphdr, un);
}

static void in_netinet_tcp_h(void)
{
	V(TCP_NODELAY);
	V(TCP_MAXSEG);
	V(TCP_CORK);
	V(TCP_KEEPIDLE);
	V(TCP_KEEPINTVL);
	V(TCP_KEEPCNT);
	V(TCP_SYNCNT);
	V(TCP_LINGER2);
	V(TCP_DEFER_ACCEPT);
	V(TCP_WINDOW_CLAMP);
	V(TCP_INFO);
	V(TCP_QUICKACK);
	V(TCP_CONGESTION);
	V(TCP_USER_TIMEOUT);
	V(TCP_FASTOPEN);
	V(TCP_MSS);
	V(TCP_MAXWIN);
	V(SOL_TCP);
	V(TH_FIN);
	V(TH_SYN);
	V(TH_RST);
	V(TH_PUSH);
	V(TH_ACK);
	V(TH_URG);
	V(TCP_ESTABLISHED);
	V(TCP_SYN_SENT);
	V(TCP_SYN_RECV);
	V(TCP_FIN_WAIT1);
	V(TCP_FIN_WAIT2);
	V(TCP_TIME_WAIT);
	V(TCP_CLOSE);
	V(TCP_CLOSE_WAIT);
	V(TCP_LAST_ACK);
	V(TCP_LISTEN);
	V(TCP_CLOSING);
	S(struct tcphdr);
	S(tcp_seq);
}

static void in_netinet_udp_h(void)
{
	V(SOL_UDP);
	S(struct udphdr);
}

static void in_pthread_h(void)
{
	V(PTHREAD_ONCE_INIT);
	V(PTHREAD_BARRIER_SERIAL_THREAD);
	V(PTHREAD_CANCELED);
	V(PTHREAD_STACK_MIN);
	V(PTHREAD_KEYS_MAX);
	V(PTHREAD_DESTRUCTOR_ITERATIONS);
	V(PTHREAD_CREATE_JOINABLE);
	V(PTHREAD_CREATE_DETACHED);
	V(PTHREAD_INHERIT_SCHED);
	V(PTHREAD_EXPLICIT_SCHED);
	V(PTHREAD_SCOPE_SYSTEM);
	V(PTHREAD_SCOPE_PROCESS);
	V(PTHREAD_PROCESS_PRIVATE);
	V(PTHREAD_PROCESS_SHARED);
	V(PTHREAD_CANCEL_ENABLE);
	V(PTHREAD_CANCEL_DISABLE);
	V(PTHREAD_CANCEL_DEFERRED);
	V(PTHREAD_CANCEL_ASYNCHRONOUS);
	V(PTHREAD_MUTEX_TIMED_NP);
	V(PTHREAD_MUTEX_RECURSIVE_NP);
	V(PTHREAD_MUTEX_ERRORCHECK_NP);
	V(PTHREAD_MUTEX_ADAPTIVE_NP);
	V(PTHREAD_MUTEX_NORMAL);
	V(PTHREAD_MUTEX_RECURSIVE);
	V(PTHREAD_MUTEX_ERRORCHECK);
	V(PTHREAD_MUTEX_DEFAULT);
	V(PTHREAD_MUTEX_STALLED);
	V(PTHREAD_MUTEX_STALLED_NP);
	V(PTHREAD_MUTEX_ROBUST);
	V(PTHREAD_MUTEX_ROBUST_NP);
	V(PTHREAD_PRIO_NONE);
	V(PTHREAD_PRIO_INHERIT);
	V(PTHREAD_PRIO_PROTECT);
	V(PTHREAD_RWLOCK_PREFER_READER_NP);
	V(PTHREAD_RWLOCK_PREFER_WRITER_NP);
	V(PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP);
	V(PTHREAD_RWLOCK_DEFAULT_NP);
	S(pthread_attr_t);
	S(pthread_mutex_t);
	S(pthread_mutexattr_t);
	S(pthread_cond_t);
	S(pthread_condattr_t);
	S(pthread_rwlock_t);
	S(pthread_rwlockattr_t);
	S(pthread_barrier_t);
	S(pthread_barrierattr_t);
	S(pthread_t);
	S(pthread_key_t);
	S(pthread_once_t);
	S(pthread_spinlock_t);
}

static void in_pwd_h(void)
{
	S(struct passwd);
	O(struct passwd, pw_name);
	O(struct passwd, pw_passwd);
	O(struct passwd, pw_uid);
	O(struct passwd, pw_gid);
	O(struct passwd, pw_gecos);
	O(struct passwd, pw_dir);
	O(struct passwd, pw_shell);
}

static void in_regex_h(void)
{
	V(REG_EXTENDED);
	V(REG_ICASE);
	V(REG_NEWLINE);
	V(REG_NOSUB);
	V(REG_NOTBOL);
	V(REG_NOTEOL);
	V(REG_STARTEND);
	V(REG_NOERROR);
	V(REG_NOMATCH);
	V(REG_BADPAT);
	V(REG_ECOLLATE);
	V(REG_ECTYPE);
	V(REG_EESCAPE);
	V(REG_ESUBREG);
	V(REG_EBRACK);
	V(REG_EPAREN);
	V(REG_EBRACE);
	V(REG_BADBR);
	V(REG_ERANGE);
	V(REG_ESPACE);
	V(REG_BADRPT);
	S(regex_t);
	O(regex_t, re_nsub);
	S(regmatch_t);
	O(regmatch_t, rm_so);
	O(regmatch_t, rm_eo);
	S(regoff_t);
}

static void in_search_h(void)
{
	V(FIND);
	V(ENTER);
	V(preorder);
	V(postorder);
	V(endorder);
	V(leaf);
	S(ENTRY);
	O(ENTRY, key);
	O(ENTRY, data);
	S(struct qelem);
	O(struct qelem, q_forw);
	O(struct qelem, q_back);
	O(struct qelem, q_data);
	S(struct hsearch_data);
	O(struct hsearch_data, table);
	O(struct hsearch_data, size);
	O(struct hsearch_data, filled);
	S(comparison_fn_t);
}

static void in_semaphore_h(void)
{
	V(SEM_FAILED);
	V(SEM_VALUE_MAX);
	S(sem_t);
}

static void in_spawn_h(void)
{
	V(POSIX_SPAWN_RESETIDS);
	V(POSIX_SPAWN_SETPGROUP);
	V(POSIX_SPAWN_SETSIGDEF);
	V(POSIX_SPAWN_SETSIGMASK);
	V(POSIX_SPAWN_SETSCHEDPARAM);
	V(POSIX_SPAWN_SETSCHEDULER);
	V(POSIX_SPAWN_USEVFORK);
	V(POSIX_SPAWN_SETSID);
	S(posix_spawnattr_t);
	S(posix_spawn_file_actions_t);
}

static void in_sys_acct_h(void)
{
	V(ACCT_COMM);
	V(AHZ);
	V(AFORK);
	V(ASU);
	V(ACORE);
	V(AXSIG);
	S(struct acct);
	O(struct acct, ac_flag);
	O(struct acct, ac_uid);
	O(struct acct, ac_gid);
	O(struct acct, ac_tty);
	O(struct acct, ac_btime);
	O(struct acct, ac_utime);
	O(struct acct, ac_stime);
	O(struct acct, ac_etime);
	O(struct acct, ac_mem);
	O(struct acct, ac_io);
	O(struct acct, ac_rw);
	O(struct acct, ac_minflt);
	O(struct acct, ac_majflt);
	O(struct acct, ac_swaps);
	O(struct acct, ac_exitcode);
	O(struct acct, ac_comm);
	O(struct acct, ac_pad);
	S(struct acct_v3);
	O(struct acct_v3, ac_flag);
	O(struct acct_v3, ac_version);
	O(struct acct_v3, ac_tty);
	O(struct acct_v3, ac_exitcode);
	O(struct acct_v3, ac_uid);
	O(struct acct_v3, ac_gid);
	O(struct acct_v3, ac_pid);
	O(struct acct_v3, ac_ppid);
	O(struct acct_v3, ac_btime);
	O(struct acct_v3, ac_etime);
	O(struct acct_v3, ac_utime);
	O(struct acct_v3, ac_stime);
	O(struct acct_v3, ac_mem);
	O(struct acct_v3, ac_io);
	O(struct acct_v3, ac_rw);
	O(struct acct_v3, ac_minflt);
	O(struct acct_v3, ac_majflt);
	O(struct acct_v3, ac_swaps);
	O(struct acct_v3, ac_comm);
	S(comp_t);
}

static void in_sys_auxv_h(void)
{
	V(AT_NULL);
	V(AT_PHDR);
	V(AT_PAGESZ);
	V(AT_BASE);
	V(AT_ENTRY);
	V(AT_UID);
	V(AT_EUID);
	V(AT_GID);
	V(AT_EGID);
	V(AT_PLATFORM);
	V(AT_HWCAP);
	V(AT_CLKTCK);
	V(AT_SECURE);
	V(AT_RANDOM);
	V(AT_EXECFN);
	V(AT_SYSINFO_EHDR);
}

static void in_sys_epoll_h(void)
{
	V(EPOLL_CLOEXEC);
	V(EPOLLIN);
	V(EPOLLPRI);
	V(EPOLLOUT);
	V(EPOLLERR);
	V(EPOLLHUP);
	V(EPOLLRDHUP);
	V(EPOLLEXCLUSIVE);
	V(EPOLLONESHOT);
	V(EPOLLET);
	V(EPOLL_CTL_ADD);
	V(EPOLL_CTL_DEL);
	V(EPOLL_CTL_MOD);
	V(EPOLLRDNORM);
	V(EPOLLRDBAND);
	V(EPOLLWRNORM);
	V(EPOLLWRBAND);
	V(EPOLLMSG);
	V(EPOLLWAKEUP);
	S(epoll_data_t);
	O(epoll_data_t, ptr);
	O(epoll_data_t, fd);
	O(epoll_data_t, u32);
	O(epoll_data_t, u64);
	S(struct epoll_event);
	O(struct epoll_event, events);
	O(struct epoll_event, data);
}

static void in_sys_eventfd_h(void)
{
	V(EFD_SEMAPHORE);
	V(EFD_CLOEXEC);
	V(EFD_NONBLOCK);
	S(eventfd_t);
}

static void in_sys_fanotify_h(void)
{
	V(FAN_ACCESS);
	V(FAN_MODIFY);
	V(FAN_ATTRIB);
	V(FAN_CLOSE_WRITE);
	V(FAN_CLOSE_NOWRITE);
	V(FAN_OPEN);
	V(FAN_MOVED_FROM);
	V(FAN_MOVED_TO);
	V(FAN_CREATE);
	V(FAN_DELETE);
	V(FAN_DELETE_SELF);
	V(FAN_MOVE_SELF);
	V(FAN_OPEN_EXEC);
	V(FAN_Q_OVERFLOW);
	V(FAN_FS_ERROR);
	V(FAN_OPEN_PERM);
	V(FAN_ACCESS_PERM);
	V(FAN_OPEN_EXEC_PERM);
	V(FAN_EVENT_ON_CHILD);
	V(FAN_RENAME);
	V(FAN_ONDIR);
	V(FAN_CLOSE);
	V(FAN_MOVE);
	V(FAN_CLOEXEC);
	V(FAN_NONBLOCK);
	V(FAN_CLASS_NOTIF);
	V(FAN_CLASS_CONTENT);
	V(FAN_CLASS_PRE_CONTENT);
	V(FAN_ALL_CLASS_BITS);
	V(FAN_UNLIMITED_QUEUE);
	V(FAN_UNLIMITED_MARKS);
	V(FAN_ENABLE_AUDIT);
	V(FAN_REPORT_PIDFD);
	V(FAN_REPORT_TID);
	V(FAN_REPORT_FID);
	V(FAN_REPORT_DIR_FID);
	V(FAN_REPORT_NAME);
	V(FAN_REPORT_TARGET_FID);
	V(FAN_REPORT_DFID_NAME);
	V(FAN_REPORT_DFID_NAME_TARGET);
	V(FAN_ALL_INIT_FLAGS);
	V(FAN_MARK_ADD);
	V(FAN_MARK_REMOVE);
	V(FAN_MARK_DONT_FOLLOW);
	V(FAN_MARK_ONLYDIR);
	V(FAN_MARK_IGNORED_MASK);
	V(FAN_MARK_IGNORED_SURV_MODIFY);
	V(FAN_MARK_FLUSH);
	V(FAN_MARK_EVICTABLE);
	V(FAN_MARK_IGNORE);
	V(FAN_MARK_INODE);
	V(FAN_MARK_MOUNT);
	V(FAN_MARK_FILESYSTEM);
	V(FAN_MARK_IGNORE_SURV);
	V(FAN_ALL_MARK_FLAGS);
	V(FAN_ALL_EVENTS);
	V(FAN_ALL_PERM_EVENTS);
	V(FAN_ALL_OUTGOING_EVENTS);
	V(FAN_EVENT_INFO_TYPE_FID);
	V(FAN_EVENT_INFO_TYPE_DFID_NAME);
	V(FAN_EVENT_INFO_TYPE_DFID);
	V(FAN_EVENT_INFO_TYPE_PIDFD);
	V(FAN_EVENT_INFO_TYPE_ERROR);
	V(FAN_EVENT_INFO_TYPE_OLD_DFID_NAME);
	V(FAN_EVENT_INFO_TYPE_NEW_DFID_NAME);
	V(FAN_ALLOW);
	V(FAN_DENY);
	V(FAN_AUDIT);
	V(FAN_NOFD);
	V(FAN_NOPIDFD);
	V(FAN_EPIDFD);
	V(FAN_EVENT_METADATA_LEN);
	V(FAN_EVENT_METADATA_LEN);
	S(struct fanotify_event_metadata);
	O(struct fanotify_event_metadata, event_len);
	O(struct fanotify_event_metadata, vers);
	O(struct fanotify_event_metadata, reserved);
	O(struct fanotify_event_metadata, metadata_len);
	O(struct fanotify_event_metadata, mask);
	O(struct fanotify_event_metadata, fd);
	O(struct fanotify_event_metadata, pid);
	S(struct fanotify_response);
	O(struct fanotify_response, fd);
	O(struct fanotify_response, response);
	S(struct fanotify_event_info_header);
	O(struct fanotify_event_info_header, info_type);
	O(struct fanotify_event_info_header, pad);
	O(struct fanotify_event_info_header, len);
	S(struct fanotify_event_info_fid);
	O(struct fanotify_event_info_fid, hdr);
	O(struct fanotify_event_info_fid, fsid);
	O(struct fanotify_event_info_fid, handle);
}

static void in_sys_inotify_h(void)
{
	V(IN_CLOEXEC);
	V(IN_NONBLOCK);
	V(IN_ACCESS);
	V(IN_MODIFY);
	V(IN_ATTRIB);
	V(IN_CLOSE_WRITE);
	V(IN_CLOSE_NOWRITE);
	V(IN_CLOSE);
	V(IN_OPEN);
	V(IN_MOVED_FROM);
	V(IN_MOVED_TO);
	V(IN_MOVE);
	V(IN_CREATE);
	V(IN_DELETE);
	V(IN_DELETE_SELF);
	V(IN_MOVE_SELF);
	V(IN_UNMOUNT);
	V(IN_Q_OVERFLOW);
	V(IN_IGNORED);
	V(IN_ONLYDIR);
	V(IN_DONT_FOLLOW);
	V(IN_EXCL_UNLINK);
	V(IN_MASK_CREATE);
	V(IN_MASK_ADD);
	V(IN_ISDIR);
	V(IN_ONESHOT);
	V(IN_ALL_EVENTS);
	S(struct inotify_event);
	O(struct inotify_event, wd);
	O(struct inotify_event, mask);
	O(struct inotify_event, cookie);
	O(struct inotify_event, len);
	O(struct inotify_event, name);
}

static void in_sys_ipc_h(void)
{
	V(IPC_CREAT);
	V(IPC_EXCL);
	V(IPC_NOWAIT);
	V(IPC_RMID);
	V(IPC_SET);
	V(IPC_STAT);
	V(IPC_INFO);
	V(IPC_PRIVATE);
	S(struct ipc_perm);
	O(struct ipc_perm, uid);
	O(struct ipc_perm, gid);
	O(struct ipc_perm, cuid);
	O(struct ipc_perm, cgid);
	O(struct ipc_perm, mode);
}

static void in_sys_mman_h(void)
{
	V(PROT_READ);
	V(PROT_WRITE);
	V(PROT_EXEC);
	V(PROT_NONE);
	V(PROT_GROWSDOWN);
	V(PROT_GROWSUP);
	V(MAP_32BIT);
	V(MAP_GROWSDOWN);
	V(MAP_DENYWRITE);
	V(MAP_EXECUTABLE);
	V(MAP_LOCKED);
	V(MAP_NORESERVE);
	V(MAP_POPULATE);
	V(MAP_NONBLOCK);
	V(MAP_STACK);
	V(MAP_HUGETLB);
	V(MAP_SYNC);
	V(MAP_FIXED_NOREPLACE);
	V(MAP_SHARED);
	V(MAP_PRIVATE);
	V(MAP_SHARED_VALIDATE);
	V(MAP_TYPE);
	V(MAP_FIXED);
	V(MAP_FILE);
	V(MAP_ANONYMOUS);
	V(MAP_ANON);
	V(MAP_HUGE_SHIFT);
	V(MAP_HUGE_MASK);
	V(MAP_FAILED);
	V(MS_ASYNC);
	V(MS_INVALIDATE);
	V(MS_SYNC);
	V(MCL_CURRENT);
	V(MCL_FUTURE);
	V(MCL_ONFAULT);
	V(MADV_NORMAL);
	V(MADV_RANDOM);
	V(MADV_SEQUENTIAL);
	V(MADV_WILLNEED);
	V(MADV_DONTNEED);
	V(MADV_FREE);
	V(MADV_REMOVE);
	V(MADV_DONTFORK);
	V(MADV_DOFORK);
	V(MADV_MERGEABLE);
	V(MADV_UNMERGEABLE);
	V(MADV_HUGEPAGE);
	V(MADV_NOHUGEPAGE);
	V(MADV_DONTDUMP);
	V(MADV_DODUMP);
	V(MADV_WIPEONFORK);
	V(MADV_KEEPONFORK);
	V(MADV_COLD);
	V(MADV_PAGEOUT);
	V(MADV_POPULATE_READ);
	V(MADV_POPULATE_WRITE);
	V(MADV_DONTNEED_LOCKED);
	V(MADV_HWPOISON);
	V(POSIX_MADV_NORMAL);
	V(POSIX_MADV_RANDOM);
	V(POSIX_MADV_SEQUENTIAL);
	V(POSIX_MADV_WILLNEED);
	V(POSIX_MADV_DONTNEED);
	V(MREMAP_MAYMOVE);
	V(MREMAP_FIXED);
	V(MREMAP_DONTUNMAP);
	V(MFD_CLOEXEC);
	V(MFD_ALLOW_SEALING);
	V(MFD_HUGETLB);
	V(MLOCK_ONFAULT);
	V(PKEY_DISABLE_ACCESS);
	V(PKEY_DISABLE_WRITE);
}

static void in_sys_mount_h(void)
{
	V(MS_RDONLY);
	V(MS_NOSUID);
	V(MS_NODEV);
	V(MS_NOEXEC);
	V(MS_SYNCHRONOUS);
	V(MS_REMOUNT);
	V(MS_MANDLOCK);
	V(MS_DIRSYNC);
	V(MS_NOATIME);
	V(MS_NODIRATIME);
	V(MS_BIND);
	V(MS_MOVE);
	V(MS_REC);
	V(MS_SILENT);
	V(MS_UNBINDABLE);
	V(MS_PRIVATE);
	V(MS_SLAVE);
	V(MS_SHARED);
	V(MS_RELATIME);
	V(MS_STRICTATIME);
	V(MNT_FORCE);
	V(MNT_DETACH);
	V(MNT_EXPIRE);
	V(UMOUNT_NOFOLLOW);
}

static void in_sys_msg_h(void)
{
	V(MSG_NOERROR);
	V(MSG_EXCEPT);
	V(MSG_COPY);
	V(MSG_STAT);
	V(MSG_INFO);
	V(MSG_STAT_ANY);
	S(struct msqid_ds);
	O(struct msqid_ds, msg_perm);
	O(struct msqid_ds, msg_stime);
	O(struct msqid_ds, msg_rtime);
	O(struct msqid_ds, msg_ctime);
	O(struct msqid_ds, msg_qnum);
	O(struct msqid_ds, msg_qbytes);
	O(struct msqid_ds, msg_lspid);
	O(struct msqid_ds, msg_lrpid);
	S(struct msgbuf);
	O(struct msgbuf, mtype);
	O(struct msgbuf, mtext);
	S(struct msginfo);
	O(struct msginfo, msgpool);
	O(struct msginfo, msgmap);
	O(struct msginfo, msgmax);
	O(struct msginfo, msgmnb);
	O(struct msginfo, msgmni);
	O(struct msginfo, msgssz);
	O(struct msginfo, msgtql);
	O(struct msginfo, msgseg);
	S(msgqnum_t);
	S(msglen_t);
}

static void in_sys_personality_h(void)
{
	V(PER_LINUX);
	V(ADDR_NO_RANDOMIZE);
}

static void in_sys_prctl_h(void)
{
	V(PR_SET_PDEATHSIG);
	V(PR_GET_PDEATHSIG);
	V(PR_GET_DUMPABLE);
	V(PR_SET_DUMPABLE);
	V(PR_GET_KEEPCAPS);
	V(PR_SET_KEEPCAPS);
	V(PR_SET_NAME);
	V(PR_GET_NAME);
	V(PR_GET_SECCOMP);
	V(PR_SET_SECCOMP);
	V(PR_GET_SECUREBITS);
	V(PR_SET_SECUREBITS);
	V(PR_SET_TIMERSLACK);
	V(PR_GET_TIMERSLACK);
	V(PR_SET_PTRACER);
	V(PR_SET_CHILD_SUBREAPER);
	V(PR_GET_CHILD_SUBREAPER);
	V(PR_SET_NO_NEW_PRIVS);
	V(PR_GET_NO_NEW_PRIVS);
	V(PR_GET_TID_ADDRESS);
	V(PR_SET_THP_DISABLE);
	V(PR_GET_THP_DISABLE);
	V(PR_SET_VMA);
	V(PR_CAPBSET_READ);
	V(PR_CAPBSET_DROP);
	V(PR_CAP_AMBIENT);
}

static void in_sys_ptrace_h(void)
{
	V(PTRACE_TRACEME);
	V(PT_TRACE_ME);
	V(PTRACE_O_TRACESYSGOOD);
	V(PTRACE_O_TRACEFORK);
	V(PTRACE_O_TRACEVFORK);
	V(PTRACE_O_TRACECLONE);
	V(PTRACE_O_TRACEEXEC);
	V(PTRACE_O_TRACEVFORKDONE);
	V(PTRACE_O_TRACEEXIT);
	V(PTRACE_O_TRACESECCOMP);
	V(PTRACE_O_EXITKILL);
	V(PTRACE_EVENT_FORK);
	V(PTRACE_EVENT_VFORK);
	V(PTRACE_EVENT_CLONE);
	V(PTRACE_EVENT_EXEC);
	V(PTRACE_EVENT_EXIT);
	V(PTRACE_PEEKTEXT);
	V(PTRACE_PEEKDATA);
	V(PTRACE_PEEKUSER);
	V(PTRACE_POKETEXT);
	V(PTRACE_POKEDATA);
	V(PTRACE_POKEUSER);
	V(PTRACE_CONT);
	V(PTRACE_KILL);
	V(PTRACE_SINGLESTEP);
	V(PTRACE_GETREGS);
	V(PTRACE_SETREGS);
	V(PTRACE_ATTACH);
	V(PTRACE_DETACH);
	V(PTRACE_SYSCALL);
	V(PTRACE_SETOPTIONS);
	V(PTRACE_GETEVENTMSG);
	V(PTRACE_GETSIGINFO);
	V(PTRACE_SETSIGINFO);
	V(PTRACE_SEIZE);
	V(PTRACE_INTERRUPT);
	V(PTRACE_LISTEN);
}

static void in_sys_random_h(void)
{
	V(GRND_NONBLOCK);
	V(GRND_RANDOM);
	V(GRND_INSECURE);
}

static void in_sys_reboot_h(void)
{
	V(RB_AUTOBOOT);
	V(RB_HALT_SYSTEM);
	V(RB_ENABLE_CAD);
	V(RB_DISABLE_CAD);
	V(RB_POWER_OFF);
}

static void in_sys_sem_h(void)
{
	V(SEM_UNDO);
	V(GETPID);
	V(GETVAL);
	V(GETALL);
	V(GETNCNT);
	V(GETZCNT);
	V(SETVAL);
	V(SETALL);
	V(SEM_STAT);
	V(SEM_INFO);
	V(SEM_STAT_ANY);
	S(struct sembuf);
	O(struct sembuf, sem_num);
	O(struct sembuf, sem_op);
	O(struct sembuf, sem_flg);
	S(struct semid_ds);
	O(struct semid_ds, sem_perm);
	O(struct semid_ds, sem_otime);
	O(struct semid_ds, sem_ctime);
	O(struct semid_ds, sem_nsems);
	S(struct seminfo);
	O(struct seminfo, semmap);
	O(struct seminfo, semmni);
	O(struct seminfo, semmns);
	O(struct seminfo, semmnu);
	O(struct seminfo, semmsl);
	O(struct seminfo, semopm);
	O(struct seminfo, semume);
	O(struct seminfo, semusz);
	O(struct seminfo, semvmx);
	O(struct seminfo, semaem);
}

static void in_sys_shm_h(void)
{
	V(SHM_R);
	V(SHM_W);
	V(SHM_RDONLY);
	V(SHM_RND);
	V(SHM_REMAP);
	V(SHM_EXEC);
	V(SHM_LOCK);
	V(SHM_UNLOCK);
	V(SHM_STAT);
	V(SHM_INFO);
	V(SHM_STAT_ANY);
	V(SHM_DEST);
	V(SHM_LOCKED);
	V(SHM_HUGETLB);
	V(SHM_NORESERVE);
	V(SHMLBA);
	S(struct shmid_ds);
	O(struct shmid_ds, shm_perm);
	O(struct shmid_ds, shm_segsz);
	O(struct shmid_ds, shm_atime);
	O(struct shmid_ds, shm_dtime);
	O(struct shmid_ds, shm_ctime);
	O(struct shmid_ds, shm_cpid);
	O(struct shmid_ds, shm_lpid);
	O(struct shmid_ds, shm_nattch);
	S(struct shminfo);
	O(struct shminfo, shmmax);
	O(struct shminfo, shmmin);
	O(struct shminfo, shmmni);
	O(struct shminfo, shmseg);
	O(struct shminfo, shmall);
	S(struct shm_info);
	O(struct shm_info, used_ids);
	O(struct shm_info, shm_tot);
	O(struct shm_info, shm_rss);
	O(struct shm_info, shm_swp);
	O(struct shm_info, swap_attempts);
	O(struct shm_info, swap_successes);
	S(shmatt_t);
}

static void in_sys_signalfd_h(void)
{
	V(SFD_CLOEXEC);
	V(SFD_NONBLOCK);
	S(struct signalfd_siginfo);
	O(struct signalfd_siginfo, ssi_signo);
	O(struct signalfd_siginfo, ssi_errno);
	O(struct signalfd_siginfo, ssi_code);
	O(struct signalfd_siginfo, ssi_pid);
	O(struct signalfd_siginfo, ssi_uid);
	O(struct signalfd_siginfo, ssi_fd);
	O(struct signalfd_siginfo, ssi_tid);
	O(struct signalfd_siginfo, ssi_band);
	O(struct signalfd_siginfo, ssi_overrun);
	O(struct signalfd_siginfo, ssi_trapno);
	O(struct signalfd_siginfo, ssi_status);
	O(struct signalfd_siginfo, ssi_int);
	O(struct signalfd_siginfo, ssi_ptr);
	O(struct signalfd_siginfo, ssi_utime);
	O(struct signalfd_siginfo, ssi_stime);
	O(struct signalfd_siginfo, ssi_addr);
	O(struct signalfd_siginfo, ssi_addr_lsb);
	O(struct signalfd_siginfo, ssi_syscall);
	O(struct signalfd_siginfo, ssi_call_addr);
	O(struct signalfd_siginfo, ssi_arch);
}

static void in_sys_socket_h(void)
{
	V(SOCK_STREAM);
	V(SOCK_DGRAM);
	V(SOCK_RAW);
	V(SOCK_RDM);
	V(SOCK_SEQPACKET);
	V(SOCK_PACKET);
	V(SOCK_CLOEXEC);
	V(SOCK_NONBLOCK);
	V(PF_UNSPEC);
	V(PF_LOCAL);
	V(PF_UNIX);
	V(PF_FILE);
	V(PF_INET);
	V(PF_INET6);
	V(PF_NETLINK);
	V(PF_PACKET);
	V(PF_BLUETOOTH);
	V(PF_VSOCK);
	V(PF_MAX);
	V(AF_UNSPEC);
	V(AF_LOCAL);
	V(AF_UNIX);
	V(AF_FILE);
	V(AF_INET);
	V(AF_INET6);
	V(AF_NETLINK);
	V(AF_PACKET);
	V(AF_BLUETOOTH);
	V(AF_VSOCK);
	V(AF_MAX);
	V(SOMAXCONN);
	V(SOL_RAW);
	V(SOL_PACKET);
	V(SOL_SOCKET);
	V(SO_DEBUG);
	V(SO_REUSEADDR);
	V(SO_TYPE);
	V(SO_ERROR);
	V(SO_DONTROUTE);
	V(SO_BROADCAST);
	V(SO_SNDBUF);
	V(SO_RCVBUF);
	V(SO_SNDBUFFORCE);
	V(SO_RCVBUFFORCE);
	V(SO_KEEPALIVE);
	V(SO_OOBINLINE);
	V(SO_NO_CHECK);
	V(SO_PRIORITY);
	V(SO_LINGER);
	V(SO_BSDCOMPAT);
	V(SO_REUSEPORT);
	V(SO_PASSCRED);
	V(SO_PEERCRED);
	V(SO_RCVLOWAT);
	V(SO_SNDLOWAT);
	V(SO_BINDTODEVICE);
	V(SO_ACCEPTCONN);
	V(SO_PASSSEC);
	V(SO_MARK);
	V(SO_PROTOCOL);
	V(SO_DOMAIN);
	V(SO_PEEK_OFF);
	V(SO_BUSY_POLL);
	V(SO_ZEROCOPY);
	V(SO_BUSY_POLL_BUDGET);
	V(SO_TXREHASH);
	V(SO_RCVMARK);
	V(SO_TIMESTAMP);
	V(SO_TIMESTAMPNS);
	V(SO_TIMESTAMPING);
	V(SO_RCVTIMEO);
	V(SO_SNDTIMEO);
	V(SHUT_RD);
	V(SHUT_WR);
	V(SHUT_RDWR);
	V(MSG_OOB);
	V(MSG_PEEK);
	V(MSG_DONTROUTE);
	V(MSG_CTRUNC);
	V(MSG_PROXY);
	V(MSG_TRUNC);
	V(MSG_DONTWAIT);
	V(MSG_EOR);
	V(MSG_WAITALL);
	V(MSG_CONFIRM);
	V(MSG_ERRQUEUE);
	V(MSG_NOSIGNAL);
	V(MSG_MORE);
	V(MSG_WAITFORONE);
	V(MSG_FASTOPEN);
	V(MSG_CMSG_CLOEXEC);
	V(SCM_RIGHTS);
	V(SCM_CREDENTIALS);
	S(struct sockaddr);
	O(struct sockaddr, sa_family);
	O(struct sockaddr, sa_data);
	S(struct sockaddr_storage);
	O(struct sockaddr_storage, ss_family);
	S(struct msghdr);
	O(struct msghdr, msg_name);
	O(struct msghdr, msg_namelen);
	O(struct msghdr, msg_iov);
	O(struct msghdr, msg_iovlen);
	O(struct msghdr, msg_control);
	O(struct msghdr, msg_controllen);
	O(struct msghdr, msg_flags);
	S(struct cmsghdr);
	O(struct cmsghdr, cmsg_len);
	O(struct cmsghdr, cmsg_level);
	O(struct cmsghdr, cmsg_type);
	S(struct linger);
	O(struct linger, l_onoff);
	O(struct linger, l_linger);
	S(struct ucred);
	O(struct ucred, pid);
	O(struct ucred, uid);
	O(struct ucred, gid);
	S(struct mmsghdr);
	O(struct mmsghdr, msg_hdr);
	O(struct mmsghdr, msg_len);
}

static void in_sys_statfs_h(void)
{
	S(fsid_t);
	S(struct statfs);
	O(struct statfs, f_type);
	O(struct statfs, f_bsize);
	O(struct statfs, f_blocks);
	O(struct statfs, f_bfree);
	O(struct statfs, f_bavail);
	O(struct statfs, f_files);
	O(struct statfs, f_ffree);
	O(struct statfs, f_fsid);
	O(struct statfs, f_namelen);
	O(struct statfs, f_frsize);
	O(struct statfs, f_flags);
	O(struct statfs, f_spare);
}

static void in_sys_statvfs_h(void)
{
	V(ST_RDONLY);
	V(ST_NOSUID);
	V(ST_NODEV);
	V(ST_NOEXEC);
	V(ST_SYNCHRONOUS);
	V(ST_MANDLOCK);
	V(ST_WRITE);
	V(ST_APPEND);
	V(ST_IMMUTABLE);
	V(ST_NOATIME);
	V(ST_NODIRATIME);
	V(ST_RELATIME);
	S(struct statvfs);
	O(struct statvfs, f_bsize);
	O(struct statvfs, f_frsize);
	O(struct statvfs, f_blocks);
	O(struct statvfs, f_bfree);
	O(struct statvfs, f_bavail);
	O(struct statvfs, f_files);
	O(struct statvfs, f_ffree);
	O(struct statvfs, f_favail);
	O(struct statvfs, f_fsid);
	O(struct statvfs, f_flag);
	O(struct statvfs, f_namemax);
}

static void in_sys_sysinfo_h(void)
{
	V(SI_LOAD_SHIFT);
	S(struct sysinfo);
	O(struct sysinfo, uptime);
	O(struct sysinfo, loads);
	O(struct sysinfo, totalram);
	O(struct sysinfo, freeram);
	O(struct sysinfo, sharedram);
	O(struct sysinfo, bufferram);
	O(struct sysinfo, totalswap);
	O(struct sysinfo, freeswap);
	O(struct sysinfo, procs);
	O(struct sysinfo, pad);
	O(struct sysinfo, totalhigh);
	O(struct sysinfo, freehigh);
	O(struct sysinfo, mem_unit);
}

static void in_sys_timeb_h(void)
{
	S(struct timeb);
	O(struct timeb, time);
	O(struct timeb, millitm);
	O(struct timeb, timezone);
	O(struct timeb, dstflag);
}

static void in_sys_timerfd_h(void)
{
	V(TFD_CLOEXEC);
	V(TFD_NONBLOCK);
	V(TFD_TIMER_ABSTIME);
	V(TFD_TIMER_CANCEL_ON_SET);
}

static void in_sys_ucontext_h(void)
{
	V(NGREG);
	V(REG_RSP);
	V(REG_RIP);
	V(REG_RAX);
	V(REG_EFL);
	V(REG_R8);
	V(REG_R9);
	V(REG_R10);
	V(REG_R11);
	V(REG_R12);
	V(REG_R13);
	V(REG_R14);
	V(REG_R15);
	V(REG_RDI);
	V(REG_RSI);
	V(REG_RBP);
	V(REG_RBX);
	V(REG_RDX);
	V(REG_RCX);
	V(REG_CSGSFS);
	V(REG_ERR);
	V(REG_TRAPNO);
	V(REG_OLDMASK);
	V(REG_CR2);
	S(mcontext_t);
	O(mcontext_t, gregs);
	O(mcontext_t, fpregs);
	S(ucontext_t);
	O(ucontext_t, uc_flags);
	O(ucontext_t, uc_link);
	O(ucontext_t, uc_stack);
	O(ucontext_t, uc_mcontext);
	O(ucontext_t, uc_sigmask);
	S(greg_t);
}

static void in_sys_un_h(void)
{
	S(struct sockaddr_un);
	O(struct sockaddr_un, sun_family);
	O(struct sockaddr_un, sun_path);
}

static void in_sys_xattr_h(void)
{
	V(XATTR_CREATE);
	V(XATTR_REPLACE);
}

static void in_ulimit_h(void)
{
	V(UL_GETFSIZE);
	V(UL_SETFSIZE);
}

static void in_utime_h(void)
{
	S(struct utimbuf);
	O(struct utimbuf, actime);
	O(struct utimbuf, modtime);
}

static void in_utmp_h(void)
{
	V(UT_LINESIZE);
	V(UT_NAMESIZE);
	V(UT_HOSTSIZE);
	V(EMPTY);
	V(RUN_LVL);
	V(BOOT_TIME);
	V(NEW_TIME);
	V(OLD_TIME);
	V(INIT_PROCESS);
	V(LOGIN_PROCESS);
	V(USER_PROCESS);
	V(DEAD_PROCESS);
	V(ACCOUNTING);
	S(struct exit_status);
	O(struct exit_status, e_termination);
	O(struct exit_status, e_exit);
	S(struct lastlog);
	O(struct lastlog, ll_time);
	O(struct lastlog, ll_line);
	O(struct lastlog, ll_host);
	S(struct utmp);
	O(struct utmp, ut_type);
	O(struct utmp, ut_pid);
	O(struct utmp, ut_line);
	O(struct utmp, ut_id);
	O(struct utmp, ut_user);
	O(struct utmp, ut_host);
	O(struct utmp, ut_exit);
	O(struct utmp, ut_session);
	O(struct utmp, ut_tv);
	O(struct utmp, ut_addr_v6);
}

static void in_utmpx_h(void)
{
	V(EMPTY);
	V(RUN_LVL);
	V(BOOT_TIME);
	V(NEW_TIME);
	V(OLD_TIME);
	V(INIT_PROCESS);
	V(LOGIN_PROCESS);
	V(USER_PROCESS);
	V(DEAD_PROCESS);
	V(ACCOUNTING);
	S(struct utmpx);
	O(struct utmpx, ut_type);
	O(struct utmpx, ut_pid);
	O(struct utmpx, ut_line);
	O(struct utmpx, ut_id);
	O(struct utmpx, ut_user);
	O(struct utmpx, ut_host);
	O(struct utmpx, ut_exit);
	O(struct utmpx, ut_session);
	O(struct utmpx, ut_tv);
	O(struct utmpx, ut_addr_v6);
}

static void in_wordexp_h(void)
{
	V(WRDE_DOOFFS);
	V(WRDE_APPEND);
	V(WRDE_NOCMD);
	V(WRDE_REUSE);
	V(WRDE_SHOWERR);
	V(WRDE_UNDEF);
	V(WRDE_NOSPACE);
	V(WRDE_BADCHAR);
	V(WRDE_BADVAL);
	V(WRDE_CMDSUB);
	V(WRDE_SYNTAX);
	S(wordexp_t);
	O(wordexp_t, we_wordc);
	O(wordexp_t, we_wordv);
	O(wordexp_t, we_offs);
}

static void in_sys_syscall_h(void)
{
	V(SYS__sysctl);
	V(SYS_accept);
	V(SYS_accept4);
	V(SYS_access);
	V(SYS_acct);
	V(SYS_add_key);
	V(SYS_adjtimex);
	V(SYS_afs_syscall);
	V(SYS_alarm);
	V(SYS_arch_prctl);
	V(SYS_bind);
	V(SYS_bpf);
	V(SYS_brk);
	V(SYS_capget);
	V(SYS_capset);
	V(SYS_chdir);
	V(SYS_chmod);
	V(SYS_chown);
	V(SYS_chroot);
	V(SYS_clock_adjtime);
	V(SYS_clock_getres);
	V(SYS_clock_gettime);
	V(SYS_clock_nanosleep);
	V(SYS_clock_settime);
	V(SYS_clone);
	V(SYS_clone3);
	V(SYS_close);
	V(SYS_close_range);
	V(SYS_connect);
	V(SYS_copy_file_range);
	V(SYS_creat);
	V(SYS_create_module);
	V(SYS_delete_module);
	V(SYS_dup);
	V(SYS_dup2);
	V(SYS_dup3);
	V(SYS_epoll_create);
	V(SYS_epoll_create1);
	V(SYS_epoll_ctl);
	V(SYS_epoll_ctl_old);
	V(SYS_epoll_pwait);
	V(SYS_epoll_pwait2);
	V(SYS_epoll_wait);
	V(SYS_epoll_wait_old);
	V(SYS_eventfd);
	V(SYS_eventfd2);
	V(SYS_execve);
	V(SYS_execveat);
	V(SYS_exit);
	V(SYS_exit_group);
	V(SYS_faccessat);
	V(SYS_faccessat2);
	V(SYS_fadvise64);
	V(SYS_fallocate);
	V(SYS_fanotify_init);
	V(SYS_fanotify_mark);
	V(SYS_fchdir);
	V(SYS_fchmod);
	V(SYS_fchmodat);
	V(SYS_fchown);
	V(SYS_fchownat);
	V(SYS_fcntl);
	V(SYS_fdatasync);
	V(SYS_fgetxattr);
	V(SYS_finit_module);
	V(SYS_flistxattr);
	V(SYS_flock);
	V(SYS_fork);
	V(SYS_fremovexattr);
	V(SYS_fsconfig);
	V(SYS_fsetxattr);
	V(SYS_fsmount);
	V(SYS_fsopen);
	V(SYS_fspick);
	V(SYS_fstat);
	V(SYS_fstatfs);
	V(SYS_fsync);
	V(SYS_ftruncate);
	V(SYS_futex);
	V(SYS_futex_waitv);
	V(SYS_futimesat);
	V(SYS_get_kernel_syms);
	V(SYS_get_mempolicy);
	V(SYS_get_robust_list);
	V(SYS_get_thread_area);
	V(SYS_getcpu);
	V(SYS_getcwd);
	V(SYS_getdents);
	V(SYS_getdents64);
	V(SYS_getegid);
	V(SYS_geteuid);
	V(SYS_getgid);
	V(SYS_getgroups);
	V(SYS_getitimer);
	V(SYS_getpeername);
	V(SYS_getpgid);
	V(SYS_getpgrp);
	V(SYS_getpid);
	V(SYS_getpmsg);
	V(SYS_getppid);
	V(SYS_getpriority);
	V(SYS_getrandom);
	V(SYS_getresgid);
	V(SYS_getresuid);
	V(SYS_getrlimit);
	V(SYS_getrusage);
	V(SYS_getsid);
	V(SYS_getsockname);
	V(SYS_getsockopt);
	V(SYS_gettid);
	V(SYS_gettimeofday);
	V(SYS_getuid);
	V(SYS_getxattr);
	V(SYS_init_module);
	V(SYS_inotify_add_watch);
	V(SYS_inotify_init);
	V(SYS_inotify_init1);
	V(SYS_inotify_rm_watch);
	V(SYS_io_cancel);
	V(SYS_io_destroy);
	V(SYS_io_getevents);
	V(SYS_io_pgetevents);
	V(SYS_io_setup);
	V(SYS_io_submit);
	V(SYS_io_uring_enter);
	V(SYS_io_uring_register);
	V(SYS_io_uring_setup);
	V(SYS_ioctl);
	V(SYS_ioperm);
	V(SYS_iopl);
	V(SYS_ioprio_get);
	V(SYS_ioprio_set);
	V(SYS_kcmp);
	V(SYS_kexec_file_load);
	V(SYS_kexec_load);
	V(SYS_keyctl);
	V(SYS_kill);
	V(SYS_landlock_add_rule);
	V(SYS_landlock_create_ruleset);
	V(SYS_landlock_restrict_self);
	V(SYS_lchown);
	V(SYS_lgetxattr);
	V(SYS_link);
	V(SYS_linkat);
	V(SYS_listen);
	V(SYS_listxattr);
	V(SYS_llistxattr);
	V(SYS_lookup_dcookie);
	V(SYS_lremovexattr);
	V(SYS_lseek);
	V(SYS_lsetxattr);
	V(SYS_lstat);
	V(SYS_madvise);
	V(SYS_mbind);
	V(SYS_membarrier);
	V(SYS_memfd_create);
	V(SYS_memfd_secret);
	V(SYS_migrate_pages);
	V(SYS_mincore);
	V(SYS_mkdir);
	V(SYS_mkdirat);
	V(SYS_mknod);
	V(SYS_mknodat);
	V(SYS_mlock);
	V(SYS_mlock2);
	V(SYS_mlockall);
	V(SYS_mmap);
	V(SYS_modify_ldt);
	V(SYS_mount);
	V(SYS_mount_setattr);
	V(SYS_move_mount);
	V(SYS_move_pages);
	V(SYS_mprotect);
	V(SYS_mq_getsetattr);
	V(SYS_mq_notify);
	V(SYS_mq_open);
	V(SYS_mq_timedreceive);
	V(SYS_mq_timedsend);
	V(SYS_mq_unlink);
	V(SYS_mremap);
	V(SYS_msgctl);
	V(SYS_msgget);
	V(SYS_msgrcv);
	V(SYS_msgsnd);
	V(SYS_msync);
	V(SYS_munlock);
	V(SYS_munlockall);
	V(SYS_munmap);
	V(SYS_name_to_handle_at);
	V(SYS_nanosleep);
	V(SYS_newfstatat);
	V(SYS_nfsservctl);
	V(SYS_open);
	V(SYS_open_by_handle_at);
	V(SYS_open_tree);
	V(SYS_openat);
	V(SYS_openat2);
	V(SYS_pause);
	V(SYS_perf_event_open);
	V(SYS_personality);
	V(SYS_pidfd_getfd);
	V(SYS_pidfd_open);
	V(SYS_pidfd_send_signal);
	V(SYS_pipe);
	V(SYS_pipe2);
	V(SYS_pivot_root);
	V(SYS_pkey_alloc);
	V(SYS_pkey_free);
	V(SYS_pkey_mprotect);
	V(SYS_poll);
	V(SYS_ppoll);
	V(SYS_prctl);
	V(SYS_pread64);
	V(SYS_preadv);
	V(SYS_preadv2);
	V(SYS_prlimit64);
	V(SYS_process_madvise);
	V(SYS_process_mrelease);
	V(SYS_process_vm_readv);
	V(SYS_process_vm_writev);
	V(SYS_pselect6);
	V(SYS_ptrace);
	V(SYS_putpmsg);
	V(SYS_pwrite64);
	V(SYS_pwritev);
	V(SYS_pwritev2);
	V(SYS_query_module);
	V(SYS_quotactl);
	V(SYS_quotactl_fd);
	V(SYS_read);
	V(SYS_readahead);
	V(SYS_readlink);
	V(SYS_readlinkat);
	V(SYS_readv);
	V(SYS_reboot);
	V(SYS_recvfrom);
	V(SYS_recvmmsg);
	V(SYS_recvmsg);
	V(SYS_remap_file_pages);
	V(SYS_removexattr);
	V(SYS_rename);
	V(SYS_renameat);
	V(SYS_renameat2);
	V(SYS_request_key);
	V(SYS_restart_syscall);
	V(SYS_rmdir);
	V(SYS_rseq);
	V(SYS_rt_sigaction);
	V(SYS_rt_sigpending);
	V(SYS_rt_sigprocmask);
	V(SYS_rt_sigqueueinfo);
	V(SYS_rt_sigreturn);
	V(SYS_rt_sigsuspend);
	V(SYS_rt_sigtimedwait);
	V(SYS_rt_tgsigqueueinfo);
	V(SYS_sched_get_priority_max);
	V(SYS_sched_get_priority_min);
	V(SYS_sched_getaffinity);
	V(SYS_sched_getattr);
	V(SYS_sched_getparam);
	V(SYS_sched_getscheduler);
	V(SYS_sched_rr_get_interval);
	V(SYS_sched_setaffinity);
	V(SYS_sched_setattr);
	V(SYS_sched_setparam);
	V(SYS_sched_setscheduler);
	V(SYS_sched_yield);
	V(SYS_seccomp);
	V(SYS_security);
	V(SYS_select);
	V(SYS_semctl);
	V(SYS_semget);
	V(SYS_semop);
	V(SYS_semtimedop);
	V(SYS_sendfile);
	V(SYS_sendmmsg);
	V(SYS_sendmsg);
	V(SYS_sendto);
	V(SYS_set_mempolicy);
	V(SYS_set_mempolicy_home_node);
	V(SYS_set_robust_list);
	V(SYS_set_thread_area);
	V(SYS_set_tid_address);
	V(SYS_setdomainname);
	V(SYS_setfsgid);
	V(SYS_setfsuid);
	V(SYS_setgid);
	V(SYS_setgroups);
	V(SYS_sethostname);
	V(SYS_setitimer);
	V(SYS_setns);
	V(SYS_setpgid);
	V(SYS_setpriority);
	V(SYS_setregid);
	V(SYS_setresgid);
	V(SYS_setresuid);
	V(SYS_setreuid);
	V(SYS_setrlimit);
	V(SYS_setsid);
	V(SYS_setsockopt);
	V(SYS_settimeofday);
	V(SYS_setuid);
	V(SYS_setxattr);
	V(SYS_shmat);
	V(SYS_shmctl);
	V(SYS_shmdt);
	V(SYS_shmget);
	V(SYS_shutdown);
	V(SYS_sigaltstack);
	V(SYS_signalfd);
	V(SYS_signalfd4);
	V(SYS_socket);
	V(SYS_socketpair);
	V(SYS_splice);
	V(SYS_stat);
	V(SYS_statfs);
	V(SYS_statx);
	V(SYS_swapoff);
	V(SYS_swapon);
	V(SYS_symlink);
	V(SYS_symlinkat);
	V(SYS_sync);
	V(SYS_sync_file_range);
	V(SYS_syncfs);
	V(SYS_sysfs);
	V(SYS_sysinfo);
	V(SYS_syslog);
	V(SYS_tee);
	V(SYS_tgkill);
	V(SYS_time);
	V(SYS_timer_create);
	V(SYS_timer_delete);
	V(SYS_timer_getoverrun);
	V(SYS_timer_gettime);
	V(SYS_timer_settime);
	V(SYS_timerfd_create);
	V(SYS_timerfd_gettime);
	V(SYS_timerfd_settime);
	V(SYS_times);
	V(SYS_tkill);
	V(SYS_truncate);
	V(SYS_tuxcall);
	V(SYS_umask);
	V(SYS_umount2);
	V(SYS_uname);
	V(SYS_unlink);
	V(SYS_unlinkat);
	V(SYS_unshare);
	V(SYS_uselib);
	V(SYS_userfaultfd);
	V(SYS_ustat);
	V(SYS_utime);
	V(SYS_utimensat);
	V(SYS_utimes);
	V(SYS_vfork);
	V(SYS_vhangup);
	V(SYS_vmsplice);
	V(SYS_vserver);
	V(SYS_wait4);
	V(SYS_waitid);
	V(SYS_write);
	V(SYS_writev);
}

int main(void)
{
	in_aio_h();
	in_dlfcn_h();
	in_endian_h();
	in_fenv_h();
	in_fnmatch_h();
	in_ftw_h();
	in_glob_h();
	in_grp_h();
	in_ifaddrs_h();
	in_langinfo_h();
	in_linux_futex_h();
	in_linux_limits_h();
	in_linux_sched_h();
	in_linux_seccomp_h();
	in_linux_sockios_h();
	in_mntent_h();
	in_mqueue_h();
	in_net_if_h();
	in_netdb_h();
	in_netinet_in_h();
	in_netinet_ip_h();
	in_netinet_ip_icmp_h();
	in_netinet_tcp_h();
	in_netinet_udp_h();
	in_pthread_h();
	in_pwd_h();
	in_regex_h();
	in_search_h();
	in_semaphore_h();
	in_spawn_h();
	in_sys_acct_h();
	in_sys_auxv_h();
	in_sys_epoll_h();
	in_sys_eventfd_h();
	in_sys_fanotify_h();
	in_sys_inotify_h();
	in_sys_ipc_h();
	in_sys_mman_h();
	in_sys_mount_h();
	in_sys_msg_h();
	in_sys_personality_h();
	in_sys_prctl_h();
	in_sys_ptrace_h();
	in_sys_random_h();
	in_sys_reboot_h();
	in_sys_sem_h();
	in_sys_shm_h();
	in_sys_signalfd_h();
	in_sys_socket_h();
	in_sys_statfs_h();
	in_sys_statvfs_h();
	in_sys_sysinfo_h();
	in_sys_timeb_h();
	in_sys_timerfd_h();
	in_sys_ucontext_h();
	in_sys_un_h();
	in_sys_xattr_h();
	in_ulimit_h();
	in_utime_h();
	in_utmp_h();
	in_utmpx_h();
	in_wordexp_h();
	in_sys_syscall_h();
}
