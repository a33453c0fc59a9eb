// What the files of /proc say, by their names in it, as Linux writes them. See proc(5).
import { unreachable } from "../base/index.ts";
import { nameOf } from "./attributes.ts";
import * as C from "./constants.ts";
import { INIT, type Kernel } from "./kernel.ts";
import { EPOCH, QUEUED_MAX } from "./limits.ts";
import { type Mapping, mappingsOf } from "./mappings.ts";
import { limitsOf } from "./resources.ts";
import type { MessageQueue, Process, Socket, Wait } from "./state.ts";
import { TERMINAL_DEVICE } from "./status.ts";
import { HOME, RELEASE } from "./system-files.ts";
import { controlled, terminalNumber } from "./terminal-input.ts";
import { lookUp } from "./tree.ts";
import type { Ticks } from "./words.ts";

const TICKS_PER_SECOND = 1_000_000;

/** Files that tell of one process: what follows /proc/PID/. */
export const ofProcess: { readonly [name: string]: (told: Process, kernel: Kernel) => string } = {
	cmdline: ({ argv, state }) => (state === "zombie" ? "" : argv.map((word) => `${word}\0`).join("")),
	comm: (told) => `${nameOf(told)}\n`,
	environ: ({ envp = [], state }) => (state === "zombie" ? "" : envp.map((word) => `${word}\0`).join("")),
	io: () => IO.map((name) => `${name}: 0\n`).join(""),
	limits: limitsText,
	mounts: mountsText,
	stat: (told, kernel) => `${statFields(told, kernel).join(" ")}\n`,
	status: statusText,
	wchan: channelText,
	maps: mapsText,
	statm: (told, kernel) => `${pagesOf(mappingsOf(kernel.memoryOf?.(told.pid))).join(" ")}\n`,
};

/** What has gone through a process is not counted here. */
const IO = "rchar wchar syscr syscw read_bytes write_bytes cancelled_write_bytes".split(" ");

/** Files that tell of the system: what follows /proc/. */
export const ofSystem: { readonly [name: string]: (kernel: Kernel) => string } = {
	cpuinfo: processorsText,
	filesystems: () => ["proc", "tmpfs", "devpts", "mqueue"].map((name) => `nodev\t${name}\n`).join(""),
	loadavg: ({ state }) => {
		const all = Object.values(state.processes);
		const ready = all.filter((process) => process.state === "ready").length;
		return `0.00 0.00 0.00 ${ready}/${all.length} ${state.nextPid - 1}\n`;
	},
	locks: locksText,
	meminfo: memoryText,
	stat: systemText,
	uptime: ({ state }) => {
		const seconds = (state.clock / TICKS_PER_SECOND).toFixed(2);
		return `${seconds} 0.00\n`;
	},
	version: () => `Linux version ${RELEASE} (interprocess) #1\n`,
	"net/unix": unixText,
	"net/sockets": socketsText,
	"sysvipc/msg": queuesText,
	"sysvipc/sem": () => SEMAPHORE_TITLES,
	"sysvipc/shm": () => SEGMENT_TITLES,
	mailboxes: mailboxesText,
};

/** All memory there is, as sysconf(_SC_PHYS_PAGES) tells it; nothing of it is counted as taken. */
const MEMORY_KILOBYTES = 1 << 20;

function memoryText(): string {
	const rows = { MemTotal: MEMORY_KILOBYTES, MemFree: MEMORY_KILOBYTES, MemAvailable: MEMORY_KILOBYTES };
	const none =
		"Buffers Cached SwapCached Active Inactive SwapTotal SwapFree Dirty Writeback AnonPages Mapped Shmem";
	const all = [...Object.entries(rows), ...none.split(" ").map((name) => [name, 0] as const)];
	return all.map(([name, value]) => `${`${name}:`.padEnd(15)} ${String(value).padStart(8)} kB\n`).join("");
}

/** A step takes a microsecond. */
function processorsText({ state }: Kernel): string {
	const { processors } = state.limits;
	return Array.from({ length: processors }, (_, i) => {
		const rows = [
			["processor\t", i],
			["vendor_id\t", "Interprocess"],
			["cpu family\t", 1],
			["model\t\t", 1],
			["model name\t", "Interprocess simulated processor"],
			["stepping\t", 1],
			["cpu MHz\t\t", "1.000"],
			["physical id\t", 0],
			["siblings\t", processors],
			["core id\t\t", i],
			["cpu cores\t", processors],
			["fpu\t\t", "yes"],
			["flags\t\t", "fpu"],
			["bogomips\t", "1.00"],
			["address sizes\t", "32 bits physical, 32 bits virtual"],
		];
		return `${rows.map(([name, value]) => `${name}: ${value}\n`).join("")}power management:\n\n`;
	}).join("");
}

/** Time of processes that have ended counts too: it is what is not idle. Where two processors are, each did a half. */
function systemText({ state }: Kernel): string {
	const { clock, limits, nextPid, scheduler } = state;
	const all = Object.values(state.processes);
	const hundredths = (ticks: Ticks) => Math.floor(ticks / TICKS_PER_CLOCK_TICK);
	const busy = all.reduce((sum, { counts }) => sum + counts.ran + counts.children, 0);
	const row = (name: string, user: Ticks, whole: Ticks) =>
		`${name} ${hundredths(user)} 0 0 ${hundredths(Math.max(0, whole - user))} 0 0 0 0 0 0\n`;
	const each = Array.from({ length: limits.processors }, (_, i) =>
		row(`cpu${i}`, busy / limits.processors, clock),
	);
	const running = all.filter((process) => process.state === "ready").length;
	const rows = [
		"intr 0",
		`ctxt ${scheduler.contextSwitches}`,
		`btime ${EPOCH}`,
		`processes ${nextPid - 1}`,
		`procs_running ${running}`,
		"procs_blocked 0",
		"softirq 0 0 0 0 0 0 0 0 0 0 0",
	];
	return `${row("cpu ", busy, clock * limits.processors)}${each.join("")}${rows.join("\n")}\n`;
}

function mountsText(): string {
	const rows = [
		"/dev/root / ext4 rw,relatime 0 0",
		"proc /proc proc rw,relatime 0 0",
		"devtmpfs /dev devtmpfs rw,relatime 0 0",
		"devpts /dev/pts devpts rw,relatime,gid=5,mode=620,ptmxmode=666 0 0",
		"mqueue /dev/mqueue mqueue rw,relatime 0 0",
	];
	return `${rows.join("\n")}\n`;
}

const STATES: { readonly [letter: string]: string } = {
	R: "running",
	S: "sleeping",
	T: "stopped",
	Z: "zombie",
};

/** As ps(1) shows it: running or could, asleep, stopped, zombie. */
function letterOf({ state }: Process): "R" | "S" | "T" | "Z" {
	return ({ ready: "R", waiting: "S", stopped: "T", zombie: "Z" } as const)[state];
}

/** The program's file by its path. */
export function programPath(kernel: Kernel, { program }: Process): string {
	if (program.startsWith("/")) return program;
	const home = lookUp(kernel, kernel.state.processes[INIT] as Process, `${HOME}/${program}`, "name");
	return "found" in home && home.found.ref !== null ? `${HOME}/${program}` : `/bin/${program}`;
}

/** Where the names stand in /proc/PID/maps. */
const NAME_COLUMN = 73;
const UNNAMED = { heap: "[heap]", map: "", stack: "[stack]" } as const;

function mapsText(told: Process, kernel: Kernel): string {
	const mappings = mappingsOf(kernel.memoryOf?.(told.pid));
	const path = programPath(kernel, told);
	const file = lookUp(kernel, kernel.state.processes[INIT] as Process, path, "name");
	const inode = "found" in file && file.found.ref !== null && "id" in file.found.ref ? file.found.ref.id : 0;
	const hex = (value: number) => value.toString(16).padStart(8, "0");
	const base = mappings[0]?.start ?? 0;
	const row = ({ access, end, of, start }: Mapping) => {
		const [offset, place] = of === "program" ? [start - base, `00:01 ${inode}`] : [0, "00:00 0"];
		const name = of === "program" ? path : UNNAMED[of];
		const line = `${hex(start)}-${hex(end)} ${access} ${hex(offset)} ${place} `;
		return `${name === "" ? line : line.padEnd(NAME_COLUMN) + name}\n`;
	};
	return mappings.map(row).join("");
}

const KILOBYTE = 1024;
const PAGE = 4096;

function sizeOf(mappings: readonly Mapping[], counts: (mapping: Mapping) => boolean = () => true): number {
	return mappings.filter(counts).reduce((sum, { end, start }) => sum + end - start, 0);
}

function residentOf(
	mappings: readonly Mapping[],
	counts: (mapping: Mapping) => boolean = () => true,
): number {
	return mappings.filter(counts).reduce((sum, { resident }) => sum + resident, 0);
}

const isOfFile = ({ access, of }: Mapping) => of === "program" && !access.includes("w");
const isCode = ({ access }: Mapping) => access.includes("x");
const isData = ({ access, of }: Mapping) => access.includes("w") && of !== "stack";
const isStack = ({ of }: Mapping) => of === "stack";

/** What status says of memory; what was most of it is not kept: it is what there is now. */
function memoryRows(mappings: readonly Mapping[]): string[] {
	if (mappings.length === 0) return [];
	const [size, resident] = [sizeOf(mappings), residentOf(mappings)];
	const file = residentOf(mappings, isOfFile);
	const rows = {
		VmPeak: size,
		VmSize: size,
		VmLck: 0,
		VmPin: 0,
		VmHWM: resident,
		VmRSS: resident,
		RssAnon: resident - file,
		RssFile: file,
		RssShmem: 0,
		VmData: sizeOf(mappings, isData),
		VmStk: sizeOf(mappings, isStack),
		VmExe: sizeOf(mappings, isCode),
		VmLib: 0,
		VmSwap: 0,
	};
	return Object.entries(rows).map(([name, bytes]) => `${name}:\t${String(bytes / KILOBYTE).padStart(8)} kB`);
}

/** statm: pages in all, touched, of files, of code, of libraries, of data and stack, dirty. */
function pagesOf(mappings: readonly Mapping[]): number[] {
	const [size, resident, shared] = [sizeOf(mappings), residentOf(mappings), residentOf(mappings, isOfFile)];
	const data = sizeOf(mappings, (mapping) => isData(mapping) || isStack(mapping));
	return [size, resident, shared, sizeOf(mappings, isCode), 0, data, 0].map((bytes) => bytes / PAGE);
}

function statusText(told: Process, kernel: Kernel): string {
	const { pgid, pid, ppid, sid, umask } = told;
	const letter = letterOf(told);
	return `${[
		`Name:\t${nameOf(told)}`,
		`Umask:\t${umask.toString(8).padStart(4, "0")}`,
		`State:\t${letter} (${STATES[letter]})`,
		`Tgid:\t${pid}`,
		"Ngid:\t0",
		`Pid:\t${pid}`,
		`PPid:\t${ppid}`,
		"TracerPid:\t0",
		...identity(told),
		`NStgid:\t${pid}`,
		`NSpid:\t${pid}`,
		`NSpgid:\t${pgid}`,
		`NSsid:\t${sid}`,
		"Kthread:\t0",
		...memoryRows(mappingsOf(kernel.memoryOf?.(told.pid))),
		"Threads:\t1",
		`SigQ:\t${told.signals.pending.length}/${QUEUED_MAX}`,
		...signalMasks(told),
		...capabilities(told),
		`NoNewPrivs:\t${told.attributes?.noNewPrivileges ? 1 : 0}`,
		"Seccomp:\t0",
		...processorsOf(kernel),
	].join("\n")}\n`;
}

/** Real, effective, saved, and as what files see it: the effective one. */
function identity({ egid, euid, gid, groups, sgid, suid, uid }: Process): string[] {
	const users = [uid, euid, suid, euid].join("\t");
	const all = [gid, egid, sgid, egid].join("\t");
	const further = groups.length === 0 ? " " : groups.map((group) => `${group} `).join("");
	return [`Uid:\t${users}`, `Gid:\t${all}`, "FDSize:\t64", `Groups:\t${further}`];
}

/** All of them are root's; nobody else has one. See capabilities(7). */
const EVERY_CAPABILITY = "000001ffffffffff";
const NO_CAPABILITY = "".padStart(16, "0");

function capabilities({ euid, suid, uid }: Process): string[] {
	const permitted = [uid, euid, suid].includes(0) ? EVERY_CAPABILITY : NO_CAPABILITY;
	const effective = euid === 0 ? EVERY_CAPABILITY : NO_CAPABILITY;
	return [
		`CapInh:\t${NO_CAPABILITY}`,
		`CapPrm:\t${permitted}`,
		`CapEff:\t${effective}`,
		`CapBnd:\t${EVERY_CAPABILITY}`,
		`CapAmb:\t${NO_CAPABILITY}`,
	];
}

function processorsOf({ state }: Kernel): string[] {
	const { processors } = state.limits;
	const list = processors > 1 ? `0-${processors - 1}` : "0";
	return [`Cpus_allowed:\t${((1 << processors) - 1).toString(16)}`, `Cpus_allowed_list:\t${list}`];
}

/** SigPnd and its kin: a bit for each signal, the lowest for signal 1. */
function signalMasks({ signals }: Process): string[] {
	const mask = (set: readonly number[]) =>
		set
			.reduce((bits, signal) => bits | (1n << BigInt(signal - 1)), 0n)
			.toString(16)
			.padStart(16, "0");
	const doing = (action: string) =>
		Object.entries(signals.dispositions).flatMap(([signal, disposition]) =>
			disposition.action === action ? [Number(signal)] : [],
		);
	const own = signals.pending.filter(({ code }) => code === C.SI_TKILL).map(({ signal }) => signal);
	const shared = signals.pending.filter(({ code }) => code !== C.SI_TKILL).map(({ signal }) => signal);
	return [
		`SigPnd:\t${mask(own)}`,
		`ShdPnd:\t${mask(shared)}`,
		`SigBlk:\t${mask(signals.blocked)}`,
		`SigIgn:\t${mask(doing("ignore"))}`,
		`SigCgt:\t${mask(doing("handle"))}`,
	];
}

/** The function of Linux's kernel in which one sleeps who waits so; "0" who does not. */
function channelText(told: Process, kernel: Kernel): string {
	if (told.state === "stopped") return "do_signal_stop";
	return told.state === "waiting" && told.wait !== null ? channelOf(told, told.wait, kernel) : "0";
}

function channelOf({ call }: Process, wait: Wait, { state }: Kernel): string {
	switch (wait.on) {
		case "pipe-not-empty":
			return "pipe_read";
		case "pipe-not-full":
			return "pipe_write";
		case "other-end":
			return "wait_for_partner";
		case "socket-not-empty":
			return state.sockets[wait.socket]?.type === "stream"
				? "unix_stream_read_generic"
				: "__skb_wait_for_more_packets";
		case "connection":
			return "__skb_wait_for_more_packets";
		case "socket-not-full":
			return "sock_alloc_send_pskb";
		case "place-in-queue":
			return "unix_wait_for_peer";
		case "terminal-input":
			return "wait_woken";
		case "child":
			return "do_wait";
		case "vfork":
			return "kernel_clone";
		case "lock":
			return call?.name === "flock" ? "locks_lock_inode_wait" : "fcntl_setlk";
		case "message":
		case "queue-room":
			if (state.queues[wait.queue]?.family !== "system-v") return "wq_sleep";
			return wait.on === "message" ? "do_msgrcv" : "do_msgsnd";
		case "signal":
			if (call?.name === "pause") return "__do_sys_pause";
			return call?.name === "sigsuspend" ? "sigsuspend" : "do_sigtimedwait";
		case "time":
			return "hrtimer_nanosleep";
		case "poll":
			return "poll_schedule_timeout";
		default:
			return unreachable(wait);
	}
}

/** Clock ticks of sysconf(_SC_CLK_TCK): hundredths of a second. */
const TICKS_PER_CLOCK_TICK = 10_000;

/** PF_RANDOMIZE, which all processes have, and PF_FORKNOEXEC: it has called no execve since its fork. */
const USUAL_FLAGS = 0x40_0000;
const NO_EXEC_YET = 0x40;

/** The 52 fields of /proc/PID/stat; those of memory are 0 here. */
function statFields(told: Process, kernel: Kernel): (string | number)[] {
	const { counts, executed, forkedAt, nice, pgid, pid, ppid, sid } = told;
	const flags = USUAL_FLAGS | (forkedAt !== null && !executed ? NO_EXEC_YET : 0);
	const clock = (ticks: number) => Math.floor(ticks / TICKS_PER_CLOCK_TICK);
	const times = [clock(counts.ran), 0, clock(counts.children), 0];
	const terminal = Object.values(kernel.state.terminals)
		.map(({ id }) => controlled(kernel, id))
		.find((each) => each?.session === sid);
	const screen =
		terminal && pid !== 1 ? [TERMINAL_DEVICE + terminalNumber(terminal), terminal.foregroundGroup] : [0, -1];
	const head = [
		pid,
		`(${nameOf(told)})`,
		letterOf(told),
		ppid,
		pgid,
		sid,
		...screen,
		flags,
		0,
		0,
		0,
		0,
		...times,
	];
	const middle = [20 + nice, nice, 1, 0, 0, 0, 0, "18446744073709551615"];
	return [...head, ...middle, ...Array<number>(12).fill(0), 17, ...Array<number>(14).fill(0)];
}

/** By their numbers: RLIMIT_CPU is 0. */
const LIMITS = (
	"cpu time:seconds,file size:bytes,data size:bytes,stack size:bytes,core file size:bytes,resident set:bytes," +
	"processes:processes,open files:files,locked memory:bytes,address space:bytes,file locks:locks," +
	"pending signals:signals,msgqueue size:bytes,nice priority:,realtime priority:,realtime timeout:us"
).split(",");

function limitsText(told: Process, kernel: Kernel): string {
	const row = (name: string, soft: string, hard: string, unit: string) =>
		`${name.padEnd(25)} ${soft.padEnd(20)} ${hard.padEnd(20)} ${unit === "" ? "" : unit.padEnd(10)}\n`;
	const value = (limit: number) => (limit === Number.POSITIVE_INFINITY ? "unlimited" : String(limit));
	const rows = LIMITS.map((limit, resource) => {
		const [name, unit = ""] = limit.split(":");
		const { hard, soft } = limitsOf(kernel, told, resource);
		return row(`Max ${name}`, value(soft), value(hard), unit);
	});
	return row("Limit", "Soft Limit", "Hard Limit", "Units") + rows.join("");
}

/** A column of so many digits, with zeros before the number. */
function hexadecimal(value: number, width: number): string {
	return value.toString(16).toUpperCase().padStart(width, "0");
}

const TYPES: { readonly [type in Socket["type"]]: number } = { stream: 1, datagram: 2, seqpacket: 5 };
/** __SO_ACCEPTCON, and the two states of a socket of this family: SS_UNCONNECTED, SS_CONNECTED. */
const LISTENS = 0x10000;
const UNCONNECTED = 1;
/** Its end of a connection waits to be accepted: nobody has it, and it has no inode. */
const CONNECTING = 2;
const CONNECTED = 3;

function isConnected({ peer, phase }: Socket): boolean {
	return phase === "connected" || peer !== null;
}

/** A path, or a name of the abstract space behind an @. */
function nameOfSocket({ address }: Socket): string | null {
	if (address === null) return null;
	return address.kind === "path" ? address.path : `@${address.name}`;
}

/**
 * Not of Linux, whose ss(8) asks over a socket (sock_diag(7)): type, state, what waits to be received and to be sent, inode, that of
 * the other end, name. Of a listener, how many connections wait and how many may.
 */
function socketsText({ state }: Kernel): string {
	const inodeOf = (socket: Socket | undefined) =>
		socket === undefined || socket.listener !== null ? 0 : socket.id;
	const rows = Object.values(state.sockets).map((socket) => {
		const { charged, longestQueue, peer, pending, phase, queue, type } = socket;
		const inside = queue.reduce((sum, letter) => sum + letter.bytes.length, 0);
		const [received, sent] = phase === "listening" ? [pending.length, longestQueue] : [inside, charged];
		const other = peer === null ? undefined : state.sockets[peer];
		const how = phase === "listening" ? "LISTEN" : isConnected(socket) ? "ESTAB" : "UNCONN";
		const numbers = [received, sent, inodeOf(socket), inodeOf(other)].join(" ");
		return `${type} ${how} ${numbers} ${nameOfSocket(socket) ?? "*"}\n`;
	});
	return rows.join("");
}

/** Addresses of the kernel are zeros to those who may not know them. */
function unixText(kernel: Kernel): string {
	const rows = Object.values(kernel.state.sockets).map((socket) => {
		const { id, listener, phase, type } = socket;
		const connected = isConnected(socket);
		const name = nameOfSocket(socket);
		const numbers = [
			hexadecimal(connected ? 3 : 2, 8),
			hexadecimal(0, 8),
			hexadecimal(phase === "listening" ? LISTENS : 0, 8),
			hexadecimal(TYPES[type], 4),
			hexadecimal(listener !== null ? CONNECTING : connected ? CONNECTED : UNCONNECTED, 2),
			String(listener === null ? id : 0).padStart(5),
		];
		return `${"".padStart(16, "0")}: ${numbers.join(" ")}${name === null ? "" : ` ${name}`}\n`;
	});
	return `Num       RefCount Protocol Flags    Type St Inode Path\n${rows.join("")}`;
}

const QUEUE_TITLES =
	"       key      msqid perms      cbytes       qnum lspid lrpid   uid   gid  cuid  cgid      stime      rtime      ctime\n";

/** There are none of these here. */
const SEMAPHORE_TITLES =
	"       key      semid perms      nsems   uid   gid  cuid  cgid      otime      ctime\n";
const SEGMENT_TITLES =
	"       key      shmid perms                  size  cpid  lpid nattch   uid   gid  cuid  cgid      atime      dtime      ctime                   rss                  swap\n";

function queuesText({ state }: Kernel): string {
	const seconds = (at: Ticks) => (at === 0 ? 0 : EPOCH + Math.floor(at / TICKS_PER_SECOND));
	const made = (at: Ticks) => EPOCH + Math.floor(at / TICKS_PER_SECOND);
	const row = (queue: MessageQueue) => {
		const { changed, creator, gid, key, lastReceiver, lastSender, messages, mode, msqid, uid } = queue;
		const bytes = messages.reduce((sum, message) => sum + message.bytes.length, 0);
		const right = (value: number | string, width: number) => String(value).padStart(width);
		const owners = [lastSender, lastReceiver, uid, gid, creator.uid, creator.gid].map((one) => right(one, 5));
		const times = [seconds(queue.sentAt), seconds(queue.receivedAt), made(changed)].map((one) =>
			right(one, 10),
		);
		const head = `${right(key | 0, 10)} ${right(msqid, 10)}  ${right(mode.toString(8), 4)}`;
		return `${head}  ${right(bytes, 10)} ${right(messages.length, 10)} ${owners.join(" ")} ${times.join(" ")}\n`;
	};
	const all = Object.values(state.queues).filter(({ family }) => family === "system-v");
	return QUEUE_TITLES + all.map(row).join("");
}

/** Not of Linux, which has no mailboxes: name, owner, letters inside, letters that it takes, bytes inside. For /bin/mailboxes. */
function mailboxesText({ state }: Kernel): string {
	return Object.values(state.queues)
		.filter(({ family, links }) => family === "mailbox" && links > 0)
		.map(({ messages, mostMessages, name, uid }) => {
			const bytes = messages.reduce((sum, message) => sum + message.bytes.length, 0);
			return `/${name} ${uid} ${messages.length} ${mostMessages} ${bytes}\n`;
		})
		.join("");
}

/** Locks that are held; who waits for one is not told of here. */
function locksText({ state }: Kernel): string {
	return state.locks
		.map(({ by, end, object, pid, start, write }, i) => {
			const kind = { process: "POSIX ", description: "OFDLCK", flock: "FLOCK " }[by];
			const owner = by === "description" ? -1 : pid;
			const last = end === Number.POSITIVE_INFINITY ? "EOF" : String(end - 1);
			const how = write ? "WRITE" : "READ ";
			return `${i + 1}: ${kind} ADVISORY  ${how} ${owner} 00:01:${object} ${start} ${last}\n`;
		})
		.join("");
}
