// The texts of signals, as glibc has them.
#define _GNU_SOURCE
#include <bits/format.h>
#include <signal.h>
#include <string.h>

static const char *const texts[] = {
	[1] = "Hangup",
	[2] = "Interrupt",
	[3] = "Quit",
	[4] = "Illegal instruction",
	[5] = "Trace/breakpoint trap",
	[6] = "Aborted",
	[7] = "Bus error",
	[8] = "Floating point exception",
	[9] = "Killed",
	[10] = "User defined signal 1",
	[11] = "Segmentation fault",
	[12] = "User defined signal 2",
	[13] = "Broken pipe",
	[14] = "Alarm clock",
	[15] = "Terminated",
	[16] = "Stack fault",
	[17] = "Child exited",
	[18] = "Continued",
	[19] = "Stopped (signal)",
	[20] = "Stopped",
	[21] = "Stopped (tty input)",
	[22] = "Stopped (tty output)",
	[23] = "Urgent I/O condition",
	[24] = "CPU time limit exceeded",
	[25] = "File size limit exceeded",
	[26] = "Virtual timer expired",
	[27] = "Profiling timer expired",
	[28] = "Window changed",
	[29] = "I/O possible",
	[30] = "Power failure",
	[31] = "Bad system call",
};

const char *sigdescr_np(int signal)
{
	return signal > 0 && signal < (int)(sizeof texts / sizeof *texts) ? texts[signal] : NULL;
}

char *strsignal(int signal)
{
	static char buffer[48];
	const char *text = sigdescr_np(signal);
	if (text)
		return (char *)text;
	int real_time = signal >= SIGRTMIN && signal <= SIGRTMAX;
	long number = real_time ? signal - SIGRTMIN : signal;
	char digits[24];
	char *end = digits + sizeof digits - 1;
	*end = 0;
	char *start = __decimal(end, number < 0 ? -number : number);
	if (number < 0)
		*--start = '-';
	return strcat(strcpy(buffer, real_time ? "Real-time signal " : "Unknown signal "), start);
}
