// The system calls of a run, process by process, in words that do not depend on pids, addresses or who traced them.

/** Of each process in the order of their pids, which is that of their beginnings, its calls in order. */
export type Calls = readonly (readonly string[])[];

/** Calls that both sides make where the program's text says so; others are the library's own business. */
const COMPARED = new Set(
	(
		"read write pread64 pwrite64 openat close pipe2 dup dup2 dup3 fcntl lseek ftruncate unlink rename link symlink " +
		"mkdir rmdir access fork execve exit_group wait4 waitid kill rt_sigaction rt_sigprocmask rt_sigpending " +
		"rt_sigsuspend rt_sigtimedwait alarm pause poll select setpgid setsid chdir newfstatat ioctl getdents64 " +
		"clock_nanosleep tgkill gettid getpid getppid getuid geteuid getgid getegid umask chmod fchmod truncate fsync " +
		"fdatasync getcwd fchdir utimensat mknodat setitimer getitimer"
	).split(" "),
);

/** What Linux calls otherwise than POSIX and the simulator do. */
const ALIASES: { readonly [name: string]: string } = {
	pipe: "pipe2",
	clone: "fork",
	clone3: "fork",
	vfork: "fork",
	open: "openat",
	creat: "openat",
	newselect: "select",
	ppoll: "poll",
	statx: "newfstatat",
	pselect6: "select",
	readv: "read",
	writev: "write",
	mkdirat: "mkdir",
	renameat: "rename",
	renameat2: "rename",
	linkat: "link",
	symlinkat: "symlink",
	faccessat: "access",
	fchmodat: "chmod",
	faccessat2: "access",
};

interface Process {
	pid: number;
	readonly calls: string[];
	/** A call that has begun and not returned. */
	open: string | null;
	/** A file that the library reads for itself, such as that of a time zone. */
	own: string | null;
}

/** Reads the lines of `strace -f`, of Linux's or of the simulator's. */
export function callsOf(lines: readonly string[]): Calls {
	const processes: Process[] = [];
	/** Who lives, by pid; the first has none until a line names it, which is when there are two. */
	const live = new Map<string, Process>();
	const begin = (pid: string): Process => {
		const process = { pid: Number(pid), calls: [], open: null, own: null };
		processes.push(process);
		live.set(pid, process);
		return process;
	};
	const actor = (pid: string | undefined): Process => {
		if (pid === undefined) return [...live.values()][0] ?? begin(UNNAMED);
		const first = live.get(UNNAMED);
		if (live.has(pid) || first === undefined) return live.get(pid) ?? begin(pid);
		live.delete(UNNAMED);
		live.set(pid, first);
		first.pid = Number(pid);
		return first;
	};
	for (const line of lines) {
		const attached = /^strace: Process (\d+) attached/.exec(line);
		if (attached !== null) {
			begin(attached[1] as string);
			continue;
		}
		const [, inBrackets, plain, text] = /^(?:\[pid +(\d+)\] |(\d+) +)?(.*)$/.exec(
			line,
		) as unknown as string[];
		const process = actor(inBrackets ?? plain);
		take(process, text as string);
		if (!/^\+\+\+ (exited|killed)/.test(text as string)) continue;
		for (const [pid, other] of live) if (other === process) live.delete(pid);
	}
	// What strace writes to a file does not say when a process began, only when it first called.
	return processes
		.sort((a, b) => a.pid - b.pid)
		.map(({ calls }) => calls)
		.filter((calls) => calls.length > 0);
}

const UNNAMED = "";

function take(process: Process, text: string): void {
	const unfinished = /^(\w+)\((.*) <unfinished \.\.\.>$/.exec(text);
	if (unfinished !== null) {
		process.open = `${unfinished[1]}(${unfinished[2]}`;
		return;
	}
	const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
	const said = resumed === null ? text : `${process.open ?? ""}${resumed[1]}`;
	// A sleep goes on after a signal that nobody takes; only who is traced sees it begin anew.
	const whole = said.replace(/^restart_syscall\(<\.\.\. resuming interrupted (\w+) \.\.\.>\)/, "$1()");
	const call = /^(\w+)\((.*)\) += (-?\d+|0x[\da-f]+|\?)(?: (E[A-Z]+))?/.exec(whole);
	if (call === null) return;
	const [, given, args, result, error] = call as unknown as [
		string,
		string,
		string,
		string,
		string | undefined,
	];
	const removes = args.endsWith("AT_REMOVEDIR") ? "rmdir" : "unlink";
	const name = given === "unlinkat" ? removes : (ALIASES[given] ?? given);
	// What a signal broke off, strace shows as it went on, or not at all.
	const brokenOff = error === "EINTR" || (result === "?" && name !== "exit_group");
	const refusedByLibrary = name === "rt_sigaction" && !args.startsWith("SIG");
	if (/^(AT_FDCWD, )?"\/(etc|usr\/share|usr\/lib)\//.test(args)) {
		if (name === "openat") process.own = error === undefined ? result : null;
		return;
	}
	if (process.own !== null && args.split(", ")[0] === process.own) {
		if (name === "close") process.own = null;
		return;
	}
	if (COMPARED.has(name) && !brokenOff && !refusedByLibrary)
		process.calls.push(wordsOf(name, args, error ?? result));
}

/** How many bytes a call asks for, also in several buffers. */
function bytesIn(args: string): string {
	const parts = [...args.matchAll(/iov_len=(\d+)/g)].map(([, length]) => Number(length));
	if (parts.length > 0) return String(parts.reduce((sum, length) => sum + length, 0));
	return /, (\d+)$/.exec(args)?.[1] ?? "";
}

/** What creat(2) is given, a name and a mode, as it is given to open. */
function asOpen(args: string): string {
	return args.replace(/^("(?:[^"\\]|\\.)*"), (0\d+)$/, "$1, O_WRONLY|O_CREAT|O_TRUNC, $2");
}

/** Results that are pids, and pointers, are left out; so are names and structures. */
function wordsOf(name: string, args: string, result: string): string {
	const first = args.split(", ")[0] ?? "";
	switch (name) {
		case "fork":
			return result.startsWith("E") ? `fork = ${result}` : "fork";
		case "wait4":
		case "waitid":
			return Number(result) > 0 ? "wait" : `wait = ${result}`;
		case "kill":
			return `kill(${args.split(", ")[1]}) = ${result}`;
		case "rt_sigaction":
			return `${name}(${first}) = ${result}`;
		case "read":
		case "write":
			return `${name}(${first}, ${bytesIn(args)}) = ${result}`;
		case "openat":
			return `${name}(${/, (O_[A-Z_|]+(, 0\d+)?)$/.exec(asOpen(args))?.[1] ?? ""}) = ${result}`;
		case "lseek":
		case "dup2":
		case "dup3":
			return `${name}(${args}) = ${result}`;
		case "fcntl":
		case "ioctl":
			return `${name}(${first}, ${(args.split(", ")[1] ?? "").replace(/.* or /, "")}) = ${result}`;
		case "newfstatat":
		case "close":
		case "dup":
		case "exit_group":
		case "getdents64":
			return `${name}(${first}) = ${result}`;
		case "tgkill":
			return `${name}(${args.split(", ")[2]}) = ${result}`;
		case "getcwd":
			return Number(result) > 0 ? name : `${name} = ${result}`;
		case "getpid":
		case "gettid":
		case "getppid":
		case "getuid":
		case "geteuid":
		case "getgid":
		case "getegid":
			return `${name}()`;
		default:
			return `${name} = ${result}`;
	}
}

/** The first difference, process by process, in words; null when there is none. */
export function firstDifference(linux: Calls, here: Calls): string | null {
	for (let i = 0; i < Math.max(linux.length, here.length); i++) {
		const [there, own] = [linux[i] ?? [], here[i] ?? []];
		for (let k = 0; k < Math.max(there.length, own.length); k++) {
			if (there[k] === own[k]) continue;
			return `process ${i + 1}, call ${k + 1}: ${there[k] ?? "none"} on Linux, ${own[k] ?? "none"} here`;
		}
	}
	return null;
}
