// The system calls of a run, process by process, in words that do not depend on pids, addresses, or whose strace it was.

/** Of each process, in the order of their beginnings, its calls and the signals that it gets, in order, until it becomes another program. */
export type Calls = readonly (readonly string[])[];

/** Calls about memory and threads, which glibc makes where it likes. */
const LEFT_OUT =
	/^(brk|mmap|munmap|mremap|mprotect|madvise|getrandom|set_robust_list|set_tid_address|rseq|futex|arch_prctl)$/;

/** The call that the programs make where what is compared begins. */
const MARK = "close(-1)";

const FORKS = /^(v?fork|clone3?)$/;

interface Process {
	readonly calls: string[];
	/** A call that has begun and not returned. */
	open: string;
	/** It is another program now. */
	gone: boolean;
	ended: boolean;
	/** Another program made it. */
	foreign: boolean;
}

/** Reads the lines of `strace -f`, of Linux's or of the simulator's, from the mark on. */
export function callsOf(lines: readonly string[]): Calls {
	const mark = lines.findIndex((line) => line.includes(MARK));
	const read = lines.slice(mark + 1).map(readLine);
	const begun = new Set(read.flatMap(({ attached }) => attached ?? []));
	const first = read.find(({ pid }) => pid !== undefined && !begun.has(pid))?.pid ?? 0;
	const found = new Map<number, Process>();
	const process = (pid: number): Process => {
		const known = found.get(pid) ?? { calls: [], open: "", gone: false, ended: false, foreign: false };
		found.set(pid, known);
		return known;
	};
	process(first);
	for (const { attached, pid, text } of read) {
		if (attached !== undefined) process(attached);
		// As long as there is one process, its lines need not name it.
		const only = [...found].find(([, { ended }]) => !ended)?.[0] ?? first;
		const child = take(process(pid ?? only), text);
		if (child !== null) process(child).foreign = true;
	}
	return [...found]
		.sort(([a], [b]) => a - b)
		.map(([, { calls, foreign }]) => (foreign ? [] : calls))
		.filter((calls) => calls.length > 0);
}

interface Line {
	/** Who has begun, in the words of strace itself. */
	readonly attached: number | undefined;
	readonly pid: number | undefined;
	readonly text: string;
}

function readLine(line: string): Line {
	const [, inBrackets, plain, text = ""] = /^(?:\[pid +(\d+)\] |(\d+) +)?(.*)$/.exec(line) ?? [];
	const number = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
	const attached = number(/^strace: Process (\d+) attached/.exec(text)?.[1]);
	return { attached, pid: number(inBrackets ?? plain), text };
}

/** Returns the child that another program has made. */
function take(process: Process, text: string): number | null {
	const unfinished = /^(\w+\(.*?) ?<unfinished \.\.\.>$/.exec(text);
	if (unfinished !== null) {
		process.open = unfinished[1] as string;
		return null;
	}
	const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
	const whole = resumed === null ? text : process.open + resumed[1];
	const ended = /^\+\+\+ (.*?)(?: \(core dumped\))? \+\+\+$/.exec(text);
	process.ended ||= ended !== null;
	if (ended !== null && !process.gone) process.calls.push(ended[1] as string);
	const signal = /^--- (.*) ---$/.exec(text);
	// When a child ends is its own affair.
	const isOfChild = signal?.[1]?.includes("si_code=CLD_") === true;
	if (signal !== null && !isOfChild && !process.gone && !process.foreign)
		process.calls.push(signalWords(signal[1] as string));
	const call = /^(\w+)\((.*)\) += (-?\d+|0x[\da-f]+|\?)(?: (E[A-Z_]+))?/.exec(whole);
	if (call === null) return null;
	const [, name, args, result, error] = call as unknown as [string, string, string, string, string?];
	if (process.gone || process.foreign) return FORKS.test(name) && error === undefined ? Number(result) : null;
	const words = wordsOf(name, args, error ?? result);
	if (!LEFT_OUT.test(name) && !isOfSpawn(process, words)) process.calls.push(words);
	process.gone = name === "execve" && result === "0";
	return null;
}

/** What posix_spawn's child asks about each of the signals, and what it sets, is the library's own business. */
function isOfSpawn({ calls }: Process, words: string): boolean {
	return (
		calls[0]?.startsWith("rt_sigprocmask(SIG_BLOCK, NULL, ") === true && words.startsWith("rt_sigaction(")
	);
}

/** Who sent it is told by what: a process, the kernel, a timer. */
function signalWords(text: string): string {
	return text.replace(/si_[pu]id=\d+, |, si_[pu]id=\d+/g, "").replace(/(si_ptr=)0x[\da-f]+/, "$10x...");
}

/** What depends on the machine is left out: pids, addresses, times, names of new files, bytes of structures. */
function wordsOf(name: string, args: string, result: string): string {
	const failed = result.startsWith("E");
	if (FORKS.test(name))
		return `${name === "vfork" || args.includes("CLONE_VFORK") ? "vfork" : "fork"}()${failed ? ` = ${result}` : ""}`;
	if (/^(getpid|gettid|getppid|getpgrp|getpgid|getsid|setsid|[gs]et[re]?e?s?[ug]id)$/.test(name))
		return `${name}()${failed ? ` = ${result}` : ""}`;
	if (name === "creat") {
		const [path, mode] = args.split(", ");
		return wordsOf("openat", `AT_FDCWD, ${path}, O_WRONLY|O_CREAT|O_TRUNC, ${mode}`, result);
	}
	if (name === "msgget") return `${name}(${args}) = ${failed ? result : "id"}`;
	const given = args
		.replace(/ \/\* \d{4}-\S+ \*\//g, "")
		.replace(/SNDCTL_TMR_\w+ or /, "")
		.replace(/(T[CI]\w+, )(\{.*\}|0x[\da-f]+|\[\d+\])/, "$1...")
		.replace(/st_mode=(S_IF\w+)[^,]*/, "st_mode=$1")
		.replace(/(st_mode=S_IFDIR), st_size=\d+/, "$1")
		.replace(/\bsa_flags=SA_RESTORER\|?/g, "sa_flags=")
		.replace(/sa_flags=, /g, "sa_flags=0, ")
		.replace(/, sa_restorer=0x[\da-f]+/g, "")
		.replace(/(?<=^CLOCK_\w+, \w+, \{[^}]*\}, )\{tv_sec[^}]*\}/, "{left}")
		.replace(/(?<=^CLOCK_\w+, TIMER_ABSTIME, )\{tv_sec[^}]*\}/, "{time}")
		.replace(/ \/\* \d+ vars \*\//, "")
		.replace(/(\bname|\/tmp\/tmpf?|\/tmp\/file)[A-Za-z0-9]{6}\b/, "$1XXXXXX")
		.replace(
			/\{(si_signo|c_iflag|sysname|f_type|rlim_cur|ru_utime|B\d+ )[^{}]*(\{[^{}]*\}[^{}]*)*\}/g,
			"{...}",
		)
		.replace(/0x[\da-f]{5,}/g, "0x...");
	if (/^wait/.test(name)) {
		const child = given.replace(/^(P_PID, )?[1-9]\d*/, "$1child");
		return `${name}(${child}) = ${Number(result) > 0 ? "child" : result}`;
	}
	const others = /kill$|rt_sigqueueinfo/.test(name)
		? given.replace(/\b\d+, /g, "pid, ")
		: /^msg/.test(name)
			? given.replace(/^\d+/, "id")
			: given;
	return `${name}(${others}) = ${result}`;
}
