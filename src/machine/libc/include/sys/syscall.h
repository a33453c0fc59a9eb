// <sys/syscall.h>: the numbers of x86-64's system calls; those that syscall does not make are named as such.
#ifndef _SYS_SYSCALL_H
#define _SYS_SYSCALL_H

#define __NR_read 0
#define __NR_write 1
#define __NR_open 2
#define __NR_close 3
#define __NR_stat 4
#define __NR_fstat 5
#define __NR_lstat 6
#define __NR_poll 7
#define __NR_lseek 8
#define __NR_mmap 9
#pragma clang deprecated(__NR_mmap, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mprotect 10
#pragma clang deprecated(__NR_mprotect, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_munmap 11
#pragma clang deprecated(__NR_munmap, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_brk 12
#pragma clang deprecated(__NR_brk, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_rt_sigaction 13
#pragma clang deprecated(__NR_rt_sigaction, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_rt_sigprocmask 14
#pragma clang deprecated(__NR_rt_sigprocmask, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_rt_sigreturn 15
#pragma clang deprecated(__NR_rt_sigreturn, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_ioctl 16
#pragma clang deprecated(__NR_ioctl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_pread64 17
#define __NR_pwrite64 18
#define __NR_readv 19
#define __NR_writev 20
#define __NR_access 21
#define __NR_pipe 22
#define __NR_select 23
#define __NR_sched_yield 24
#define __NR_mremap 25
#pragma clang deprecated(__NR_mremap, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_msync 26
#pragma clang deprecated(__NR_msync, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mincore 27
#pragma clang deprecated(__NR_mincore, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_madvise 28
#pragma clang deprecated(__NR_madvise, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_shmget 29
#pragma clang deprecated(__NR_shmget, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_shmat 30
#pragma clang deprecated(__NR_shmat, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_shmctl 31
#pragma clang deprecated(__NR_shmctl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_dup 32
#define __NR_dup2 33
#define __NR_pause 34
#define __NR_nanosleep 35
#define __NR_getitimer 36
#define __NR_alarm 37
#define __NR_setitimer 38
#define __NR_getpid 39
#define __NR_sendfile 40
#define __NR_socket 41
#define __NR_connect 42
#define __NR_accept 43
#define __NR_sendto 44
#define __NR_recvfrom 45
#define __NR_sendmsg 46
#define __NR_recvmsg 47
#define __NR_shutdown 48
#define __NR_bind 49
#define __NR_listen 50
#define __NR_getsockname 51
#define __NR_getpeername 52
#define __NR_socketpair 53
#define __NR_setsockopt 54
#pragma clang deprecated(__NR_setsockopt, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getsockopt 55
#pragma clang deprecated(__NR_getsockopt, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_clone 56
#pragma clang deprecated(__NR_clone, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fork 57
#define __NR_vfork 58
#define __NR_execve 59
#define __NR_exit 60
#define __NR_wait4 61
#define __NR_kill 62
#define __NR_uname 63
#define __NR_semget 64
#pragma clang deprecated(__NR_semget, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_semop 65
#pragma clang deprecated(__NR_semop, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_semctl 66
#pragma clang deprecated(__NR_semctl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_shmdt 67
#pragma clang deprecated(__NR_shmdt, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_msgget 68
#define __NR_msgsnd 69
#define __NR_msgrcv 70
#define __NR_msgctl 71
#define __NR_fcntl 72
#define __NR_flock 73
#define __NR_fsync 74
#define __NR_fdatasync 75
#define __NR_truncate 76
#define __NR_ftruncate 77
#define __NR_getdents 78
#define __NR_getcwd 79
#define __NR_chdir 80
#define __NR_fchdir 81
#define __NR_rename 82
#define __NR_mkdir 83
#define __NR_rmdir 84
#define __NR_creat 85
#define __NR_link 86
#define __NR_unlink 87
#define __NR_symlink 88
#define __NR_readlink 89
#define __NR_chmod 90
#define __NR_fchmod 91
#define __NR_chown 92
#define __NR_fchown 93
#define __NR_lchown 94
#define __NR_umask 95
#define __NR_gettimeofday 96
#define __NR_getrlimit 97
#define __NR_getrusage 98
#define __NR_sysinfo 99
#define __NR_times 100
#define __NR_ptrace 101
#pragma clang deprecated(__NR_ptrace, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getuid 102
#define __NR_syslog 103
#pragma clang deprecated(__NR_syslog, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getgid 104
#define __NR_setuid 105
#define __NR_setgid 106
#define __NR_geteuid 107
#define __NR_getegid 108
#define __NR_setpgid 109
#define __NR_getppid 110
#define __NR_getpgrp 111
#define __NR_setsid 112
#define __NR_setreuid 113
#pragma clang deprecated(__NR_setreuid, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_setregid 114
#pragma clang deprecated(__NR_setregid, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getgroups 115
#define __NR_setgroups 116
#pragma clang deprecated(__NR_setgroups, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_setresuid 117
#define __NR_getresuid 118
#define __NR_setresgid 119
#define __NR_getresgid 120
#define __NR_getpgid 121
#define __NR_setfsuid 122
#pragma clang deprecated(__NR_setfsuid, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_setfsgid 123
#pragma clang deprecated(__NR_setfsgid, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getsid 124
#define __NR_capget 125
#pragma clang deprecated(__NR_capget, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_capset 126
#pragma clang deprecated(__NR_capset, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_rt_sigpending 127
#pragma clang deprecated(__NR_rt_sigpending, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_rt_sigtimedwait 128
#pragma clang deprecated(__NR_rt_sigtimedwait, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_rt_sigqueueinfo 129
#pragma clang deprecated(__NR_rt_sigqueueinfo, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_rt_sigsuspend 130
#pragma clang deprecated(__NR_rt_sigsuspend, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sigaltstack 131
#pragma clang deprecated(__NR_sigaltstack, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_utime 132
#pragma clang deprecated(__NR_utime, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mknod 133
#define __NR_uselib 134
#pragma clang deprecated(__NR_uselib, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_personality 135
#pragma clang deprecated(__NR_personality, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_ustat 136
#pragma clang deprecated(__NR_ustat, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_statfs 137
#define __NR_fstatfs 138
#pragma clang deprecated(__NR_fstatfs, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sysfs 139
#pragma clang deprecated(__NR_sysfs, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getpriority 140
#define __NR_setpriority 141
#define __NR_sched_setparam 142
#pragma clang deprecated(__NR_sched_setparam, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sched_getparam 143
#pragma clang deprecated(__NR_sched_getparam, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sched_setscheduler 144
#pragma clang deprecated(__NR_sched_setscheduler, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sched_getscheduler 145
#define __NR_sched_get_priority_max 146
#pragma clang deprecated(__NR_sched_get_priority_max, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sched_get_priority_min 147
#pragma clang deprecated(__NR_sched_get_priority_min, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sched_rr_get_interval 148
#pragma clang deprecated(__NR_sched_rr_get_interval, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mlock 149
#pragma clang deprecated(__NR_mlock, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_munlock 150
#pragma clang deprecated(__NR_munlock, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mlockall 151
#pragma clang deprecated(__NR_mlockall, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_munlockall 152
#pragma clang deprecated(__NR_munlockall, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_vhangup 153
#pragma clang deprecated(__NR_vhangup, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_modify_ldt 154
#pragma clang deprecated(__NR_modify_ldt, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_pivot_root 155
#pragma clang deprecated(__NR_pivot_root, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR__sysctl 156
#pragma clang deprecated(__NR__sysctl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_prctl 157
#pragma clang deprecated(__NR_prctl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_arch_prctl 158
#pragma clang deprecated(__NR_arch_prctl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_adjtimex 159
#pragma clang deprecated(__NR_adjtimex, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_setrlimit 160
#define __NR_chroot 161
#pragma clang deprecated(__NR_chroot, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sync 162
#pragma clang deprecated(__NR_sync, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_acct 163
#pragma clang deprecated(__NR_acct, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_settimeofday 164
#pragma clang deprecated(__NR_settimeofday, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mount 165
#pragma clang deprecated(__NR_mount, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_umount2 166
#pragma clang deprecated(__NR_umount2, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_swapon 167
#pragma clang deprecated(__NR_swapon, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_swapoff 168
#pragma clang deprecated(__NR_swapoff, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_reboot 169
#pragma clang deprecated(__NR_reboot, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sethostname 170
#pragma clang deprecated(__NR_sethostname, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_setdomainname 171
#pragma clang deprecated(__NR_setdomainname, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_iopl 172
#pragma clang deprecated(__NR_iopl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_ioperm 173
#pragma clang deprecated(__NR_ioperm, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_create_module 174
#pragma clang deprecated(__NR_create_module, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_init_module 175
#pragma clang deprecated(__NR_init_module, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_delete_module 176
#pragma clang deprecated(__NR_delete_module, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_get_kernel_syms 177
#pragma clang deprecated(__NR_get_kernel_syms, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_query_module 178
#pragma clang deprecated(__NR_query_module, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_quotactl 179
#pragma clang deprecated(__NR_quotactl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_nfsservctl 180
#pragma clang deprecated(__NR_nfsservctl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getpmsg 181
#pragma clang deprecated(__NR_getpmsg, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_putpmsg 182
#pragma clang deprecated(__NR_putpmsg, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_afs_syscall 183
#pragma clang deprecated(__NR_afs_syscall, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_tuxcall 184
#pragma clang deprecated(__NR_tuxcall, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_security 185
#pragma clang deprecated(__NR_security, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_gettid 186
#define __NR_readahead 187
#pragma clang deprecated(__NR_readahead, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_setxattr 188
#pragma clang deprecated(__NR_setxattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_lsetxattr 189
#pragma clang deprecated(__NR_lsetxattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fsetxattr 190
#pragma clang deprecated(__NR_fsetxattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getxattr 191
#pragma clang deprecated(__NR_getxattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_lgetxattr 192
#pragma clang deprecated(__NR_lgetxattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fgetxattr 193
#pragma clang deprecated(__NR_fgetxattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_listxattr 194
#pragma clang deprecated(__NR_listxattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_llistxattr 195
#pragma clang deprecated(__NR_llistxattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_flistxattr 196
#pragma clang deprecated(__NR_flistxattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_removexattr 197
#pragma clang deprecated(__NR_removexattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_lremovexattr 198
#pragma clang deprecated(__NR_lremovexattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fremovexattr 199
#pragma clang deprecated(__NR_fremovexattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_tkill 200
#define __NR_time 201
#define __NR_futex 202
#pragma clang deprecated(__NR_futex, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sched_setaffinity 203
#define __NR_sched_getaffinity 204
#define __NR_set_thread_area 205
#pragma clang deprecated(__NR_set_thread_area, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_io_setup 206
#pragma clang deprecated(__NR_io_setup, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_io_destroy 207
#pragma clang deprecated(__NR_io_destroy, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_io_getevents 208
#pragma clang deprecated(__NR_io_getevents, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_io_submit 209
#pragma clang deprecated(__NR_io_submit, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_io_cancel 210
#pragma clang deprecated(__NR_io_cancel, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_get_thread_area 211
#pragma clang deprecated(__NR_get_thread_area, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_lookup_dcookie 212
#pragma clang deprecated(__NR_lookup_dcookie, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_epoll_create 213
#pragma clang deprecated(__NR_epoll_create, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_epoll_ctl_old 214
#pragma clang deprecated(__NR_epoll_ctl_old, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_epoll_wait_old 215
#pragma clang deprecated(__NR_epoll_wait_old, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_remap_file_pages 216
#pragma clang deprecated(__NR_remap_file_pages, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getdents64 217
#define __NR_set_tid_address 218
#pragma clang deprecated(__NR_set_tid_address, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_restart_syscall 219
#pragma clang deprecated(__NR_restart_syscall, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_semtimedop 220
#pragma clang deprecated(__NR_semtimedop, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fadvise64 221
#pragma clang deprecated(__NR_fadvise64, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_timer_create 222
#pragma clang deprecated(__NR_timer_create, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_timer_settime 223
#pragma clang deprecated(__NR_timer_settime, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_timer_gettime 224
#pragma clang deprecated(__NR_timer_gettime, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_timer_getoverrun 225
#pragma clang deprecated(__NR_timer_getoverrun, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_timer_delete 226
#pragma clang deprecated(__NR_timer_delete, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_clock_settime 227
#pragma clang deprecated(__NR_clock_settime, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_clock_gettime 228
#define __NR_clock_getres 229
#define __NR_clock_nanosleep 230
#define __NR_exit_group 231
#define __NR_epoll_wait 232
#pragma clang deprecated(__NR_epoll_wait, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_epoll_ctl 233
#pragma clang deprecated(__NR_epoll_ctl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_tgkill 234
#define __NR_utimes 235
#pragma clang deprecated(__NR_utimes, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_vserver 236
#pragma clang deprecated(__NR_vserver, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mbind 237
#pragma clang deprecated(__NR_mbind, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_set_mempolicy 238
#pragma clang deprecated(__NR_set_mempolicy, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_get_mempolicy 239
#pragma clang deprecated(__NR_get_mempolicy, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mq_open 240
#pragma clang deprecated(__NR_mq_open, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mq_unlink 241
#pragma clang deprecated(__NR_mq_unlink, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mq_timedsend 242
#pragma clang deprecated(__NR_mq_timedsend, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mq_timedreceive 243
#pragma clang deprecated(__NR_mq_timedreceive, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mq_notify 244
#pragma clang deprecated(__NR_mq_notify, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mq_getsetattr 245
#pragma clang deprecated(__NR_mq_getsetattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_kexec_load 246
#pragma clang deprecated(__NR_kexec_load, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_waitid 247
#define __NR_add_key 248
#pragma clang deprecated(__NR_add_key, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_request_key 249
#pragma clang deprecated(__NR_request_key, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_keyctl 250
#pragma clang deprecated(__NR_keyctl, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_ioprio_set 251
#pragma clang deprecated(__NR_ioprio_set, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_ioprio_get 252
#pragma clang deprecated(__NR_ioprio_get, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_inotify_init 253
#pragma clang deprecated(__NR_inotify_init, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_inotify_add_watch 254
#pragma clang deprecated(__NR_inotify_add_watch, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_inotify_rm_watch 255
#pragma clang deprecated(__NR_inotify_rm_watch, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_migrate_pages 256
#pragma clang deprecated(__NR_migrate_pages, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_openat 257
#define __NR_mkdirat 258
#define __NR_mknodat 259
#define __NR_fchownat 260
#define __NR_futimesat 261
#pragma clang deprecated(__NR_futimesat, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_newfstatat 262
#define __NR_unlinkat 263
#define __NR_renameat 264
#define __NR_linkat 265
#define __NR_symlinkat 266
#define __NR_readlinkat 267
#define __NR_fchmodat 268
#define __NR_faccessat 269
#define __NR_pselect6 270
#pragma clang deprecated(__NR_pselect6, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_ppoll 271
#define __NR_unshare 272
#pragma clang deprecated(__NR_unshare, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_set_robust_list 273
#pragma clang deprecated(__NR_set_robust_list, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_get_robust_list 274
#pragma clang deprecated(__NR_get_robust_list, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_splice 275
#pragma clang deprecated(__NR_splice, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_tee 276
#pragma clang deprecated(__NR_tee, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sync_file_range 277
#pragma clang deprecated(__NR_sync_file_range, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_vmsplice 278
#pragma clang deprecated(__NR_vmsplice, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_move_pages 279
#pragma clang deprecated(__NR_move_pages, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_utimensat 280
#define __NR_epoll_pwait 281
#pragma clang deprecated(__NR_epoll_pwait, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_signalfd 282
#pragma clang deprecated(__NR_signalfd, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_timerfd_create 283
#pragma clang deprecated(__NR_timerfd_create, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_eventfd 284
#pragma clang deprecated(__NR_eventfd, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fallocate 285
#define __NR_timerfd_settime 286
#pragma clang deprecated(__NR_timerfd_settime, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_timerfd_gettime 287
#pragma clang deprecated(__NR_timerfd_gettime, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_accept4 288
#define __NR_signalfd4 289
#pragma clang deprecated(__NR_signalfd4, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_eventfd2 290
#pragma clang deprecated(__NR_eventfd2, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_epoll_create1 291
#pragma clang deprecated(__NR_epoll_create1, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_dup3 292
#define __NR_pipe2 293
#define __NR_inotify_init1 294
#pragma clang deprecated(__NR_inotify_init1, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_preadv 295
#define __NR_pwritev 296
#define __NR_rt_tgsigqueueinfo 297
#pragma clang deprecated(__NR_rt_tgsigqueueinfo, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_perf_event_open 298
#pragma clang deprecated(__NR_perf_event_open, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_recvmmsg 299
#pragma clang deprecated(__NR_recvmmsg, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fanotify_init 300
#pragma clang deprecated(__NR_fanotify_init, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fanotify_mark 301
#pragma clang deprecated(__NR_fanotify_mark, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_prlimit64 302
#define __NR_name_to_handle_at 303
#pragma clang deprecated(__NR_name_to_handle_at, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_open_by_handle_at 304
#pragma clang deprecated(__NR_open_by_handle_at, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_clock_adjtime 305
#pragma clang deprecated(__NR_clock_adjtime, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_syncfs 306
#pragma clang deprecated(__NR_syncfs, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sendmmsg 307
#pragma clang deprecated(__NR_sendmmsg, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_setns 308
#pragma clang deprecated(__NR_setns, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getcpu 309
#pragma clang deprecated(__NR_getcpu, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_process_vm_readv 310
#pragma clang deprecated(__NR_process_vm_readv, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_process_vm_writev 311
#pragma clang deprecated(__NR_process_vm_writev, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_kcmp 312
#pragma clang deprecated(__NR_kcmp, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_finit_module 313
#pragma clang deprecated(__NR_finit_module, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sched_setattr 314
#pragma clang deprecated(__NR_sched_setattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_sched_getattr 315
#pragma clang deprecated(__NR_sched_getattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_renameat2 316
#define __NR_seccomp 317
#pragma clang deprecated(__NR_seccomp, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_getrandom 318
#define __NR_memfd_create 319
#pragma clang deprecated(__NR_memfd_create, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_kexec_file_load 320
#pragma clang deprecated(__NR_kexec_file_load, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_bpf 321
#pragma clang deprecated(__NR_bpf, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_execveat 322
#define __NR_userfaultfd 323
#pragma clang deprecated(__NR_userfaultfd, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_membarrier 324
#pragma clang deprecated(__NR_membarrier, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mlock2 325
#pragma clang deprecated(__NR_mlock2, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_copy_file_range 326
#pragma clang deprecated(__NR_copy_file_range, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_preadv2 327
#pragma clang deprecated(__NR_preadv2, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_pwritev2 328
#pragma clang deprecated(__NR_pwritev2, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_pkey_mprotect 329
#pragma clang deprecated(__NR_pkey_mprotect, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_pkey_alloc 330
#pragma clang deprecated(__NR_pkey_alloc, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_pkey_free 331
#pragma clang deprecated(__NR_pkey_free, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_statx 332
#define __NR_io_pgetevents 333
#pragma clang deprecated(__NR_io_pgetevents, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_rseq 334
#pragma clang deprecated(__NR_rseq, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_pidfd_send_signal 424
#define __NR_io_uring_setup 425
#pragma clang deprecated(__NR_io_uring_setup, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_io_uring_enter 426
#pragma clang deprecated(__NR_io_uring_enter, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_io_uring_register 427
#pragma clang deprecated(__NR_io_uring_register, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_open_tree 428
#pragma clang deprecated(__NR_open_tree, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_move_mount 429
#pragma clang deprecated(__NR_move_mount, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fsopen 430
#pragma clang deprecated(__NR_fsopen, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fsconfig 431
#pragma clang deprecated(__NR_fsconfig, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fsmount 432
#pragma clang deprecated(__NR_fsmount, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_fspick 433
#pragma clang deprecated(__NR_fspick, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_pidfd_open 434
#define __NR_clone3 435
#pragma clang deprecated(__NR_clone3, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_close_range 436
#define __NR_openat2 437
#pragma clang deprecated(__NR_openat2, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_pidfd_getfd 438
#pragma clang deprecated(__NR_pidfd_getfd, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_faccessat2 439
#pragma clang deprecated(__NR_faccessat2, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_process_madvise 440
#pragma clang deprecated(__NR_process_madvise, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_epoll_pwait2 441
#pragma clang deprecated(__NR_epoll_pwait2, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_mount_setattr 442
#pragma clang deprecated(__NR_mount_setattr, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_quotactl_fd 443
#pragma clang deprecated(__NR_quotactl_fd, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_landlock_create_ruleset 444
#pragma clang deprecated(__NR_landlock_create_ruleset, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_landlock_add_rule 445
#pragma clang deprecated(__NR_landlock_add_rule, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_landlock_restrict_self 446
#pragma clang deprecated(__NR_landlock_restrict_self, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_memfd_secret 447
#pragma clang deprecated(__NR_memfd_secret, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_process_mrelease 448
#pragma clang deprecated(__NR_process_mrelease, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_futex_waitv 449
#pragma clang deprecated(__NR_futex_waitv, "is not supported on this computer: syscall fails with ENOSYS")
#define __NR_set_mempolicy_home_node 450
#pragma clang deprecated(__NR_set_mempolicy_home_node, "is not supported on this computer: syscall fails with ENOSYS")
#define SYS__sysctl __NR__sysctl
#define SYS_accept __NR_accept
#define SYS_accept4 __NR_accept4
#define SYS_access __NR_access
#define SYS_acct __NR_acct
#define SYS_add_key __NR_add_key
#define SYS_adjtimex __NR_adjtimex
#define SYS_afs_syscall __NR_afs_syscall
#define SYS_alarm __NR_alarm
#define SYS_arch_prctl __NR_arch_prctl
#define SYS_bind __NR_bind
#define SYS_bpf __NR_bpf
#define SYS_brk __NR_brk
#define SYS_capget __NR_capget
#define SYS_capset __NR_capset
#define SYS_chdir __NR_chdir
#define SYS_chmod __NR_chmod
#define SYS_chown __NR_chown
#define SYS_chroot __NR_chroot
#define SYS_clock_adjtime __NR_clock_adjtime
#define SYS_clock_getres __NR_clock_getres
#define SYS_clock_gettime __NR_clock_gettime
#define SYS_clock_nanosleep __NR_clock_nanosleep
#define SYS_clock_settime __NR_clock_settime
#define SYS_clone __NR_clone
#define SYS_clone3 __NR_clone3
#define SYS_close __NR_close
#define SYS_close_range __NR_close_range
#define SYS_connect __NR_connect
#define SYS_copy_file_range __NR_copy_file_range
#define SYS_creat __NR_creat
#define SYS_create_module __NR_create_module
#define SYS_delete_module __NR_delete_module
#define SYS_dup __NR_dup
#define SYS_dup2 __NR_dup2
#define SYS_dup3 __NR_dup3
#define SYS_epoll_create __NR_epoll_create
#define SYS_epoll_create1 __NR_epoll_create1
#define SYS_epoll_ctl __NR_epoll_ctl
#define SYS_epoll_ctl_old __NR_epoll_ctl_old
#define SYS_epoll_pwait __NR_epoll_pwait
#define SYS_epoll_pwait2 __NR_epoll_pwait2
#define SYS_epoll_wait __NR_epoll_wait
#define SYS_epoll_wait_old __NR_epoll_wait_old
#define SYS_eventfd __NR_eventfd
#define SYS_eventfd2 __NR_eventfd2
#define SYS_execve __NR_execve
#define SYS_execveat __NR_execveat
#define SYS_exit __NR_exit
#define SYS_exit_group __NR_exit_group
#define SYS_faccessat __NR_faccessat
#define SYS_faccessat2 __NR_faccessat2
#define SYS_fadvise64 __NR_fadvise64
#define SYS_fallocate __NR_fallocate
#define SYS_fanotify_init __NR_fanotify_init
#define SYS_fanotify_mark __NR_fanotify_mark
#define SYS_fchdir __NR_fchdir
#define SYS_fchmod __NR_fchmod
#define SYS_fchmodat __NR_fchmodat
#define SYS_fchown __NR_fchown
#define SYS_fchownat __NR_fchownat
#define SYS_fcntl __NR_fcntl
#define SYS_fdatasync __NR_fdatasync
#define SYS_fgetxattr __NR_fgetxattr
#define SYS_finit_module __NR_finit_module
#define SYS_flistxattr __NR_flistxattr
#define SYS_flock __NR_flock
#define SYS_fork __NR_fork
#define SYS_fremovexattr __NR_fremovexattr
#define SYS_fsconfig __NR_fsconfig
#define SYS_fsetxattr __NR_fsetxattr
#define SYS_fsmount __NR_fsmount
#define SYS_fsopen __NR_fsopen
#define SYS_fspick __NR_fspick
#define SYS_fstat __NR_fstat
#define SYS_fstatfs __NR_fstatfs
#define SYS_fsync __NR_fsync
#define SYS_ftruncate __NR_ftruncate
#define SYS_futex __NR_futex
#define SYS_futex_waitv __NR_futex_waitv
#define SYS_futimesat __NR_futimesat
#define SYS_get_kernel_syms __NR_get_kernel_syms
#define SYS_get_mempolicy __NR_get_mempolicy
#define SYS_get_robust_list __NR_get_robust_list
#define SYS_get_thread_area __NR_get_thread_area
#define SYS_getcpu __NR_getcpu
#define SYS_getcwd __NR_getcwd
#define SYS_getdents __NR_getdents
#define SYS_getdents64 __NR_getdents64
#define SYS_getegid __NR_getegid
#define SYS_geteuid __NR_geteuid
#define SYS_getgid __NR_getgid
#define SYS_getgroups __NR_getgroups
#define SYS_getitimer __NR_getitimer
#define SYS_getpeername __NR_getpeername
#define SYS_getpgid __NR_getpgid
#define SYS_getpgrp __NR_getpgrp
#define SYS_getpid __NR_getpid
#define SYS_getpmsg __NR_getpmsg
#define SYS_getppid __NR_getppid
#define SYS_getpriority __NR_getpriority
#define SYS_getrandom __NR_getrandom
#define SYS_getresgid __NR_getresgid
#define SYS_getresuid __NR_getresuid
#define SYS_getrlimit __NR_getrlimit
#define SYS_getrusage __NR_getrusage
#define SYS_getsid __NR_getsid
#define SYS_getsockname __NR_getsockname
#define SYS_getsockopt __NR_getsockopt
#define SYS_gettid __NR_gettid
#define SYS_gettimeofday __NR_gettimeofday
#define SYS_getuid __NR_getuid
#define SYS_getxattr __NR_getxattr
#define SYS_init_module __NR_init_module
#define SYS_inotify_add_watch __NR_inotify_add_watch
#define SYS_inotify_init __NR_inotify_init
#define SYS_inotify_init1 __NR_inotify_init1
#define SYS_inotify_rm_watch __NR_inotify_rm_watch
#define SYS_io_cancel __NR_io_cancel
#define SYS_io_destroy __NR_io_destroy
#define SYS_io_getevents __NR_io_getevents
#define SYS_io_pgetevents __NR_io_pgetevents
#define SYS_io_setup __NR_io_setup
#define SYS_io_submit __NR_io_submit
#define SYS_io_uring_enter __NR_io_uring_enter
#define SYS_io_uring_register __NR_io_uring_register
#define SYS_io_uring_setup __NR_io_uring_setup
#define SYS_ioctl __NR_ioctl
#define SYS_ioperm __NR_ioperm
#define SYS_iopl __NR_iopl
#define SYS_ioprio_get __NR_ioprio_get
#define SYS_ioprio_set __NR_ioprio_set
#define SYS_kcmp __NR_kcmp
#define SYS_kexec_file_load __NR_kexec_file_load
#define SYS_kexec_load __NR_kexec_load
#define SYS_keyctl __NR_keyctl
#define SYS_kill __NR_kill
#define SYS_landlock_add_rule __NR_landlock_add_rule
#define SYS_landlock_create_ruleset __NR_landlock_create_ruleset
#define SYS_landlock_restrict_self __NR_landlock_restrict_self
#define SYS_lchown __NR_lchown
#define SYS_lgetxattr __NR_lgetxattr
#define SYS_link __NR_link
#define SYS_linkat __NR_linkat
#define SYS_listen __NR_listen
#define SYS_listxattr __NR_listxattr
#define SYS_llistxattr __NR_llistxattr
#define SYS_lookup_dcookie __NR_lookup_dcookie
#define SYS_lremovexattr __NR_lremovexattr
#define SYS_lseek __NR_lseek
#define SYS_lsetxattr __NR_lsetxattr
#define SYS_lstat __NR_lstat
#define SYS_madvise __NR_madvise
#define SYS_mbind __NR_mbind
#define SYS_membarrier __NR_membarrier
#define SYS_memfd_create __NR_memfd_create
#define SYS_memfd_secret __NR_memfd_secret
#define SYS_migrate_pages __NR_migrate_pages
#define SYS_mincore __NR_mincore
#define SYS_mkdir __NR_mkdir
#define SYS_mkdirat __NR_mkdirat
#define SYS_mknod __NR_mknod
#define SYS_mknodat __NR_mknodat
#define SYS_mlock __NR_mlock
#define SYS_mlock2 __NR_mlock2
#define SYS_mlockall __NR_mlockall
#define SYS_mmap __NR_mmap
#define SYS_modify_ldt __NR_modify_ldt
#define SYS_mount __NR_mount
#define SYS_mount_setattr __NR_mount_setattr
#define SYS_move_mount __NR_move_mount
#define SYS_move_pages __NR_move_pages
#define SYS_mprotect __NR_mprotect
#define SYS_mq_getsetattr __NR_mq_getsetattr
#define SYS_mq_notify __NR_mq_notify
#define SYS_mq_open __NR_mq_open
#define SYS_mq_timedreceive __NR_mq_timedreceive
#define SYS_mq_timedsend __NR_mq_timedsend
#define SYS_mq_unlink __NR_mq_unlink
#define SYS_mremap __NR_mremap
#define SYS_msgctl __NR_msgctl
#define SYS_msgget __NR_msgget
#define SYS_msgrcv __NR_msgrcv
#define SYS_msgsnd __NR_msgsnd
#define SYS_msync __NR_msync
#define SYS_munlock __NR_munlock
#define SYS_munlockall __NR_munlockall
#define SYS_munmap __NR_munmap
#define SYS_name_to_handle_at __NR_name_to_handle_at
#define SYS_nanosleep __NR_nanosleep
#define SYS_newfstatat __NR_newfstatat
#define SYS_nfsservctl __NR_nfsservctl
#define SYS_open __NR_open
#define SYS_open_by_handle_at __NR_open_by_handle_at
#define SYS_open_tree __NR_open_tree
#define SYS_openat __NR_openat
#define SYS_openat2 __NR_openat2
#define SYS_pause __NR_pause
#define SYS_perf_event_open __NR_perf_event_open
#define SYS_personality __NR_personality
#define SYS_pidfd_getfd __NR_pidfd_getfd
#define SYS_pidfd_open __NR_pidfd_open
#define SYS_pidfd_send_signal __NR_pidfd_send_signal
#define SYS_pipe __NR_pipe
#define SYS_pipe2 __NR_pipe2
#define SYS_pivot_root __NR_pivot_root
#define SYS_pkey_alloc __NR_pkey_alloc
#define SYS_pkey_free __NR_pkey_free
#define SYS_pkey_mprotect __NR_pkey_mprotect
#define SYS_poll __NR_poll
#define SYS_ppoll __NR_ppoll
#define SYS_prctl __NR_prctl
#define SYS_pread64 __NR_pread64
#define SYS_preadv __NR_preadv
#define SYS_preadv2 __NR_preadv2
#define SYS_prlimit64 __NR_prlimit64
#define SYS_process_madvise __NR_process_madvise
#define SYS_process_mrelease __NR_process_mrelease
#define SYS_process_vm_readv __NR_process_vm_readv
#define SYS_process_vm_writev __NR_process_vm_writev
#define SYS_pselect6 __NR_pselect6
#define SYS_ptrace __NR_ptrace
#define SYS_putpmsg __NR_putpmsg
#define SYS_pwrite64 __NR_pwrite64
#define SYS_pwritev __NR_pwritev
#define SYS_pwritev2 __NR_pwritev2
#define SYS_query_module __NR_query_module
#define SYS_quotactl __NR_quotactl
#define SYS_quotactl_fd __NR_quotactl_fd
#define SYS_read __NR_read
#define SYS_readahead __NR_readahead
#define SYS_readlink __NR_readlink
#define SYS_readlinkat __NR_readlinkat
#define SYS_readv __NR_readv
#define SYS_reboot __NR_reboot
#define SYS_recvfrom __NR_recvfrom
#define SYS_recvmmsg __NR_recvmmsg
#define SYS_recvmsg __NR_recvmsg
#define SYS_remap_file_pages __NR_remap_file_pages
#define SYS_removexattr __NR_removexattr
#define SYS_rename __NR_rename
#define SYS_renameat __NR_renameat
#define SYS_renameat2 __NR_renameat2
#define SYS_request_key __NR_request_key
#define SYS_restart_syscall __NR_restart_syscall
#define SYS_rmdir __NR_rmdir
#define SYS_rseq __NR_rseq
#define SYS_rt_sigaction __NR_rt_sigaction
#define SYS_rt_sigpending __NR_rt_sigpending
#define SYS_rt_sigprocmask __NR_rt_sigprocmask
#define SYS_rt_sigqueueinfo __NR_rt_sigqueueinfo
#define SYS_rt_sigreturn __NR_rt_sigreturn
#define SYS_rt_sigsuspend __NR_rt_sigsuspend
#define SYS_rt_sigtimedwait __NR_rt_sigtimedwait
#define SYS_rt_tgsigqueueinfo __NR_rt_tgsigqueueinfo
#define SYS_sched_get_priority_max __NR_sched_get_priority_max
#define SYS_sched_get_priority_min __NR_sched_get_priority_min
#define SYS_sched_getaffinity __NR_sched_getaffinity
#define SYS_sched_getattr __NR_sched_getattr
#define SYS_sched_getparam __NR_sched_getparam
#define SYS_sched_getscheduler __NR_sched_getscheduler
#define SYS_sched_rr_get_interval __NR_sched_rr_get_interval
#define SYS_sched_setaffinity __NR_sched_setaffinity
#define SYS_sched_setattr __NR_sched_setattr
#define SYS_sched_setparam __NR_sched_setparam
#define SYS_sched_setscheduler __NR_sched_setscheduler
#define SYS_sched_yield __NR_sched_yield
#define SYS_seccomp __NR_seccomp
#define SYS_security __NR_security
#define SYS_select __NR_select
#define SYS_semctl __NR_semctl
#define SYS_semget __NR_semget
#define SYS_semop __NR_semop
#define SYS_semtimedop __NR_semtimedop
#define SYS_sendfile __NR_sendfile
#define SYS_sendmmsg __NR_sendmmsg
#define SYS_sendmsg __NR_sendmsg
#define SYS_sendto __NR_sendto
#define SYS_set_mempolicy __NR_set_mempolicy
#define SYS_set_mempolicy_home_node __NR_set_mempolicy_home_node
#define SYS_set_robust_list __NR_set_robust_list
#define SYS_set_thread_area __NR_set_thread_area
#define SYS_set_tid_address __NR_set_tid_address
#define SYS_setdomainname __NR_setdomainname
#define SYS_setfsgid __NR_setfsgid
#define SYS_setfsuid __NR_setfsuid
#define SYS_setgid __NR_setgid
#define SYS_setgroups __NR_setgroups
#define SYS_sethostname __NR_sethostname
#define SYS_setitimer __NR_setitimer
#define SYS_setns __NR_setns
#define SYS_setpgid __NR_setpgid
#define SYS_setpriority __NR_setpriority
#define SYS_setregid __NR_setregid
#define SYS_setresgid __NR_setresgid
#define SYS_setresuid __NR_setresuid
#define SYS_setreuid __NR_setreuid
#define SYS_setrlimit __NR_setrlimit
#define SYS_setsid __NR_setsid
#define SYS_setsockopt __NR_setsockopt
#define SYS_settimeofday __NR_settimeofday
#define SYS_setuid __NR_setuid
#define SYS_setxattr __NR_setxattr
#define SYS_shmat __NR_shmat
#define SYS_shmctl __NR_shmctl
#define SYS_shmdt __NR_shmdt
#define SYS_shmget __NR_shmget
#define SYS_shutdown __NR_shutdown
#define SYS_sigaltstack __NR_sigaltstack
#define SYS_signalfd __NR_signalfd
#define SYS_signalfd4 __NR_signalfd4
#define SYS_socket __NR_socket
#define SYS_socketpair __NR_socketpair
#define SYS_splice __NR_splice
#define SYS_stat __NR_stat
#define SYS_statfs __NR_statfs
#define SYS_statx __NR_statx
#define SYS_swapoff __NR_swapoff
#define SYS_swapon __NR_swapon
#define SYS_symlink __NR_symlink
#define SYS_symlinkat __NR_symlinkat
#define SYS_sync __NR_sync
#define SYS_sync_file_range __NR_sync_file_range
#define SYS_syncfs __NR_syncfs
#define SYS_sysfs __NR_sysfs
#define SYS_sysinfo __NR_sysinfo
#define SYS_syslog __NR_syslog
#define SYS_tee __NR_tee
#define SYS_tgkill __NR_tgkill
#define SYS_time __NR_time
#define SYS_timer_create __NR_timer_create
#define SYS_timer_delete __NR_timer_delete
#define SYS_timer_getoverrun __NR_timer_getoverrun
#define SYS_timer_gettime __NR_timer_gettime
#define SYS_timer_settime __NR_timer_settime
#define SYS_timerfd_create __NR_timerfd_create
#define SYS_timerfd_gettime __NR_timerfd_gettime
#define SYS_timerfd_settime __NR_timerfd_settime
#define SYS_times __NR_times
#define SYS_tkill __NR_tkill
#define SYS_truncate __NR_truncate
#define SYS_tuxcall __NR_tuxcall
#define SYS_umask __NR_umask
#define SYS_umount2 __NR_umount2
#define SYS_uname __NR_uname
#define SYS_unlink __NR_unlink
#define SYS_unlinkat __NR_unlinkat
#define SYS_unshare __NR_unshare
#define SYS_uselib __NR_uselib
#define SYS_userfaultfd __NR_userfaultfd
#define SYS_ustat __NR_ustat
#define SYS_utime __NR_utime
#define SYS_utimensat __NR_utimensat
#define SYS_utimes __NR_utimes
#define SYS_vfork __NR_vfork
#define SYS_vhangup __NR_vhangup
#define SYS_vmsplice __NR_vmsplice
#define SYS_vserver __NR_vserver
#define SYS_wait4 __NR_wait4
#define SYS_waitid __NR_waitid
#define SYS_write __NR_write
#define SYS_writev __NR_writev

#endif
