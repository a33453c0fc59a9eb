// Random programs over descriptors, pipes, files, signals, children and stdio. What they print on Linux depends on
// nothing but their text: only one process runs at a time, and no call is made that could wait for ever.

import { Dice } from "./dice.ts";
import type { Block, RandomProgram, Statement } from "./program.ts";

const SLOTS = 8;
const KIDS = 3;
const COUNTS = [
	0, 1, 1, 2, 3, 5, 7, 10, 26, 100, 300, 4095, 4096, 4097, 5000, 8192, 65535, 65536, 65537, 70000,
];
const PATHS = [
	'"a"',
	'"a"',
	'"a"',
	'"b"',
	'"b"',
	'"b"',
	'"c"',
	'"d/x"',
	'"l"',
	'"d"',
	'"none/a"',
	'"a/x"',
	'""',
];
/** A FIFO, under a name of its own: opening it may have to wait. */
const FIFO = '"p"';
const SIGNALS = [
	"SIGUSR1",
	"SIGUSR2",
	"SIGHUP",
	"SIGTERM",
	"SIGCHLD",
	"SIGURG",
	"SIGPIPE",
	"SIGRTMIN + 1",
	"SIGRTMIN + 2",
];

/** The program of a seed: the same at any time and on every machine. */
export function randomProgram(seed: number): RandomProgram {
	return new Generator(seed).program();
}

/** What a descriptor is believed to be; nothing is wrong when it is not. */
interface Use {
	readonly kind: "pipe" | "file" | "queue";
	readonly reads: boolean;
	readonly writes: boolean;
}

class Generator {
	readonly #seed: number;
	readonly #dice: Dice;
	/** Slots that probably hold an open descriptor, and what it is good for. */
	#open = new Map<number, Use>();
	/** Files that probably exist. */
	readonly #files = new Set<string>();
	/** 0 in main, 1 in its children, 2 in theirs. */
	#depth = 0;
	/** Children that take turns and may not have ended. */
	#turns: number[] = [];

	constructor(seed: number) {
		this.#seed = seed;
		this.#dice = new Dice(seed);
	}

	program(): RandomProgram {
		const statements = [...this.#preparation(), ...this.#statements(12 + this.#dice.below(22))];
		const end = this.#dice.weighted([
			[6, `return ${this.#dice.below(4)};`],
			[1, "_exit(9);"],
			[1, "abort();"],
			[1, "raise(SIGTERM);"],
		]);
		return { seed: this.#seed, statements, end };
	}

	/** What lets most programs live long enough, and gives them something to work with. */
	#preparation(): Statement[] {
		const found: Statement[] = [];
		if (this.#dice.percent(40)) found.push("signal(SIGPIPE, SIG_IGN);");
		else if (this.#dice.percent(85)) found.push("handle(SIGPIPE, handler, 0, 0);");
		for (const signal of ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGRTMIN + 1", "SIGRTMIN + 2", "SIGHUP"]) {
			if (this.#dice.percent(92))
				found.push(`handle(${signal}, ${this.#handler()}, ${this.#actionFlags()}, 0);`);
		}
		if (this.#dice.percent(85)) found.push(this.#pipe());
		if (this.#dice.percent(85)) found.push(this.#openFile());
		return found;
	}

	#statements(count: number): Statement[] {
		return Array.from({ length: count }, () => this.#statement());
	}

	#statement(): Statement {
		return this.#dice.weighted<() => Statement>([
			[8, () => this.#pipe()],
			[9, () => this.#openFile()],
			[14, () => `put(${this.#used("writes")}, ${this.#count()});`],
			[14, () => `get(${this.#used("reads")}, ${this.#count()});`],
			[5, () => this.#close()],
			[8, () => this.#copy()],
			[8, () => this.#control()],
			[5, () => this.#place()],
			[
				4,
				() =>
					`look_around(${this.#used()}, ${this.#used()}, ${this.#slot()}, ${this.#dice.pick(["POLLIN", "POLLOUT", "POLLIN | POLLOUT"])});`,
			],
			[2, () => `choose(${this.#used("reads")}, ${this.#used("writes")});`],
			[2, () => `size_of(${this.#used()});`],
			[4, () => this.#file()],
			[6, () => this.#queue()],
			[10, () => this.#signal()],
			[5, () => this.#template()],
			[8, () => this.#stdio()],
			[10, () => this.#family()],
		])();
	}

	// ---- descriptors ----

	#slot(): number {
		return this.#dice.below(SLOTS);
	}

	/** A slot that is probably open and good for something, mostly. */
	#used(what?: "reads" | "writes" | Use["kind"]): number {
		const open = [...this.#open];
		const good = open.filter(
			([, use]) => what === undefined || use.kind === what || (what in use && use[what as "reads"]),
		);
		if (good.length > 0 && this.#dice.percent(94)) return this.#dice.pick(good)[0];
		return open.length > 0 && this.#dice.percent(70) ? this.#dice.pick(open)[0] : this.#slot();
	}

	/** A slot, an empty one if there is any; what it holds now is `use`, if anything. */
	#fresh(use: Use | undefined): number {
		const empty = Array.from({ length: SLOTS }, (_, i) => i).filter((i) => !this.#open.has(i));
		const slot = empty.length > 0 && this.#dice.percent(90) ? this.#dice.pick(empty) : this.#slot();
		if (use === undefined) this.#open.delete(slot);
		else this.#open.set(slot, use);
		return slot;
	}

	#count(): number {
		return this.#dice.pick(COUNTS);
	}

	#pipe(): string {
		const flags = this.#dice.flags(["O_NONBLOCK", "O_CLOEXEC"], 35);
		const packets = this.#dice.percent(5) ? " | O_DIRECT" : "";
		const out = this.#fresh({ kind: "pipe", reads: true, writes: false });
		const into = this.#fresh({ kind: "pipe", reads: false, writes: true });
		return `make_pipe(${out}, ${into}, ${flags}${packets});`;
	}

	#openFile(): string {
		if (this.#dice.percent(12)) return this.#openFifo();
		const access = this.#dice.pick(["O_RDONLY", "O_WRONLY", "O_RDWR", "O_RDWR"]);
		const path = this.#dice.pick(PATHS);
		const more = [
			["O_CREAT", this.#files.has(path) ? 40 : 92],
			["O_TRUNC", 20],
			["O_APPEND", 25],
			["O_EXCL", this.#files.has(path) ? 5 : 15],
			["O_NONBLOCK", 8],
			["O_CLOEXEC", 15],
			["O_DIRECTORY", 2],
		] as const;
		const words = more.flatMap(([word, percent]) => (this.#dice.percent(percent) ? [word] : []));
		const good =
			(words.includes("O_CREAT") !== this.#files.has(path) || !words.includes("O_EXCL")) &&
			/^"[abc]"$/.test(path);
		if (good) this.#files.add(path);
		const use: Use = { kind: "file", reads: access !== "O_WRONLY", writes: access !== "O_RDONLY" };
		return `take(${this.#fresh(good ? use : undefined)}, "open", open(${path}, ${[access, ...words].join(" | ")}, 0644));`;
	}

	#queue(): string {
		const slot = this.#used("queue");
		const size = this.#dice.pick([1, 16, 100, 8192]);
		const type = () => this.#dice.pick([1, 1, 2, 3, 7, 0, -1]);
		const access = this.#dice.pick(["O_RDWR", "O_RDWR", "O_RDWR", "O_WRONLY", "O_RDONLY"]);
		const nonblock = this.#dice.percent(40) ? " | O_NONBLOCK" : "";
		const flags = this.#dice.flags(["MSG_NOERROR", "MSG_EXCEPT"], 30);
		const made = () => this.#fresh({ kind: "queue", reads: false, writes: false });
		return this.#dice.weighted<() => string>([
			[
				5,
				() =>
					`make_queue(${made()}, ${this.#dice.pick([1, 2, 3, 10, 10, 0])}, ${size}, ${access}${nonblock});`,
			],
			[
				9,
				() =>
					`post(${slot}, ${this.#dice.pick([0, 1, 5, 16, 17, 100])}, ${this.#dice.pick([0, 0, 1, 5, 9, 32768])});`,
			],
			[7, () => `fetch(${slot}, ${this.#dice.pick([8192, 8192, 100, 16, 1])});`],
			[2, () => `queue_state(${slot}, ${this.#dice.pick([-1, 0, "O_NONBLOCK", "O_APPEND"])});`],
			[
				1,
				() =>
					`notice(${slot}, ${this.#dice.pick([0, "SIGUSR1", "SIGUSR2", "SIGRTMIN + 1"])}, ${this.#dice.below(3)});`,
			],
			[
				2,
				() =>
					`letters_by_type(${type()}, ${type()}, ${type()}, ${this.#dice.pick([0, 1, 2, -1, -2, -9])}, ${this.#dice.pick([8, 8, 2])}, ${flags});`,
			],
		])();
	}

	#openFifo(): string {
		const flags = this.#dice.pick([
			"O_RDONLY | O_NONBLOCK",
			"O_RDONLY | O_NONBLOCK",
			"O_WRONLY | O_NONBLOCK",
			"O_RDWR",
		]);
		return this.#dice.weighted([
			[2, `told("mkfifo", mkfifo(${FIFO}, 0644));`],
			[
				6,
				`take(${this.#fresh({ kind: "pipe", reads: !/WR/.test(flags), writes: /WR/.test(flags) })}, "open", open(${FIFO}, ${flags}));`,
			],
			[1, `told("unlink", unlink(${FIFO}));`],
		]);
	}

	#close(): string {
		const slot = this.#used();
		this.#open.delete(slot);
		return `told("close", close(f[${slot}]));`;
	}

	#copy(): string {
		const from = this.#used();
		const other = this.#used();
		const use = this.#open.get(from);
		const good = () => this.#fresh(use);
		const bad = () => this.#fresh(undefined);
		return this.#dice.weighted<() => string>([
			[3, () => `take(${good()}, "dup", dup(f[${from}]));`],
			[3, () => `take(${good()}, "dup2", dup2(f[${from}], f[${other}]));`],
			[2, () => `take(${good()}, "dup2", dup2(f[${from}], ${this.#dice.pick([5, 9, 12])}));`],
			[1, () => `take(${bad()}, "dup2", dup2(f[${from}], ${this.#dice.pick([5000, -1])}));`],
			[
				2,
				() =>
					`take(${good()}, "dup3", dup3(f[${from}], ${this.#dice.pick([6, 9, 14])}, ${this.#dice.pick(["0", "O_CLOEXEC"])}));`,
			],
			[1, () => `take(${bad()}, "dup3", dup3(f[${from}], ${this.#dice.pick([-1, 7])}, O_NONBLOCK));`],
			[
				2,
				() => `take(${good()}, "F_DUPFD", fcntl(f[${from}], F_DUPFD, ${this.#dice.pick([0, 3, 10, 20])}));`,
			],
			[1, () => `take(${bad()}, "F_DUPFD", fcntl(f[${from}], F_DUPFD, ${this.#dice.pick([-1, 2000])}));`],
			[
				2,
				() =>
					`take(${good()}, "F_DUPFD_CLOEXEC", fcntl(f[${from}], F_DUPFD_CLOEXEC, ${this.#dice.pick([0, 7])}));`,
			],
		])();
	}

	#control(): string {
		const slot = this.#used();
		const pipe = this.#used("pipe");
		const flags = this.#dice.flags(["O_NONBLOCK", "O_APPEND"], 40);
		const size = this.#dice.pick([0, 1, 4096, 4097, 5000, 8192, 65536, 131072, 1048576]);
		return this.#dice.weighted([
			[4, `told("F_SETFL", fcntl(f[${slot}], F_SETFL, ${flags}));`],
			[3, `told("F_GETFL", fcntl(f[${slot}], F_GETFL) & (O_ACCMODE | O_NONBLOCK | O_APPEND));`],
			[2, `told("F_SETFD", fcntl(f[${slot}], F_SETFD, ${this.#dice.pick(["FD_CLOEXEC", "0"])}));`],
			[2, `told("F_GETFD", fcntl(f[${slot}], F_GETFD));`],
			[3, `told("F_SETPIPE_SZ", fcntl(f[${pipe}], F_SETPIPE_SZ, ${size}));`],
			[2, `told("F_GETPIPE_SZ", fcntl(f[${pipe}], F_GETPIPE_SZ));`],
		]);
	}

	#place(): string {
		const slot = this.#used("file");
		const offset = this.#dice.pick([0, 1, 3, 10, 100, 5000, -1, -3]);
		const whence = this.#dice.pick(["SEEK_SET", "SEEK_SET", "SEEK_CUR", "SEEK_END"]);
		const at = this.#dice.pick([0, 2, 50, 4000, -1]);
		return this.#dice.weighted([
			[5, `told("lseek", lseek(f[${slot}], ${offset}, ${whence}));`],
			[2, `get_at(${slot}, ${this.#count()}, ${at});`],
			[2, `put_at(${slot}, ${this.#dice.pick([0, 1, 5, 100, 5000])}, ${at});`],
			[2, `told("ftruncate", ftruncate(f[${slot}], ${this.#dice.pick([0, 2, 10, 6000, -1])}));`],
		]);
	}

	#file(): string {
		const path = this.#dice.pick(PATHS);
		return this.#dice.weighted([
			[3, `stat_slot(${this.#used()});`],
			[2, `stat_path(${path});`],
			[2, `told("unlink", unlink(${path}));`],
			[1, `told("rename", rename(${path}, ${this.#dice.pick(PATHS)}));`],
			[1, `told("link", link(${path}, ${this.#dice.pick(PATHS)}));`],
			[1, `told("symlink", symlink(${path}, "l"));`],
			[1, `target("l");`],
			[1, `told("mkdir", mkdir(${this.#dice.pick(['"d"', '"d"', path])}, 0755));`],
			[1, `told("rmdir", rmdir(${this.#dice.pick(['"d"', '"d"', path])}));`],
			[1, `told("access", access(${path}, ${this.#dice.pick(["F_OK", "R_OK", "W_OK"])}));`],
		]);
	}

	// ---- signals ----

	#signalName(): string {
		return this.#dice.pick(SIGNALS);
	}

	#handler(): string {
		return this.#dice.weighted([
			[8, "handler"],
			[2, "handler_that_raises"],
		]);
	}

	#actionFlags(): string {
		return (
			this.#dice.flags(["SA_RESTART", "SA_SIGINFO", "SA_NODEFER"], 25) +
			(this.#dice.percent(8) ? " | SA_RESETHAND" : "")
		);
	}

	#signal(): string {
		const signal = this.#signalName();
		const masked = this.#dice.percent(30) ? this.#signalName() : "0";
		const action = this.#dice.weighted([
			[6, this.#handler()],
			[3, "SIG_IGN"],
			[1, "SIG_DFL"],
		]);
		const sender = this.#depth > 0 && this.#dice.percent(50) ? "getppid()" : "getpid()";
		return this.#dice.weighted([
			[5, `handle(${signal}, ${action}, ${this.#actionFlags()}, ${masked});`],
			[1, `handle(${this.#dice.pick(["SIGKILL", "SIGSTOP", "0", "65"])}, handler, 0, 0);`],
			[
				6,
				`mask(${this.#dice.pick(["SIG_BLOCK", "SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK"])}, ${signal}, ${this.#signalName()});`,
			],
			[4, "pending();"],
			[8, `told("kill", kill(${sender}, ${signal}));`],
			[2, `told("raise", raise(${signal}));`],
			[2, `queue_to_self(${signal}, ${this.#dice.below(100)});`],
			[3, `accept_signal(${signal}, ${this.#signalName()});`],
			[2, `suspend(${signal});`],
			[1, `told("alarm", alarm(${this.#dice.pick([0, 100, 200])}));`],
			[1, `told("kill", kill(getpid(), ${this.#dice.pick([0, 65, -1])}));`],
		]);
	}

	// ---- children ----

	#family(): Statement {
		if (this.#depth > 0) return this.#inFamily();
		const kid = this.#dice.below(KIDS);
		return this.#dice.weighted<() => Statement>([
			[5, () => this.#runsAtOnce(kid)],
			[3, () => this.#takesTurns(kid)],
			[this.#turns.length > 0 ? 8 : 0, () => `give(${this.#dice.pick(this.#turns)});`],
			[
				3,
				() => `send(${kid}, ${this.#dice.pick([...SIGNALS, "SIGKILL", "SIGSTOP", "SIGCONT", "SIGCONT"])});`,
			],
			[5, () => this.#reap(kid)],
		])();
	}

	#inFamily(): Statement {
		const kid = this.#dice.below(KIDS);
		return this.#dice.weighted<() => Statement>([
			[4, () => "turn();"],
			[this.#depth < 2 ? 2 : 0, () => this.#runsAtOnce(kid)],
			[2, () => this.#reap(kid)],
			[2, () => "become_another();"],
		])();
	}

	#reap(kid: number): string {
		const options = this.#dice.flags(["WNOHANG", "WUNTRACED", "WCONTINUED"], 45);
		return `reap(${this.#dice.percent(50) ? -1 : kid}, ${options});`;
	}

	#runsAtOnce(kid: number): Block {
		return {
			head: `if (child(${kid})) {`,
			body: this.#childBody(1 + this.#dice.below(6)),
			tail: this.#leave(),
		};
	}

	#takesTurns(kid: number): Block {
		const body = this.#childBody(3 + this.#dice.below(9));
		this.#turns.push(kid);
		return { head: `if (start(${kid})) {`, body, tail: this.#leave() };
	}

	#childBody(count: number): Statement[] {
		const open = new Map(this.#open);
		this.#depth++;
		const body = this.#statements(count);
		this.#depth--;
		this.#open = open;
		return body;
	}

	#leave(): string[] {
		const code = this.#dice.below(256);
		return this.#dice.weighted([
			[4, [`_exit(${code});`, "}"]],
			[4, [`exit(${code});`, "}"]],
			[1, ["abort();", "}"]],
			[1, ["become_another();", "_exit(1);", "}"]],
			[1, ["kill(getpid(), SIGKILL);", "}"]],
		]);
	}

	#template(): string {
		const count = this.#dice.pick([1, 5, 100, 5000]);
		const restart = this.#dice.pick(["0", "SA_RESTART", "SA_RESETHAND", "SA_RESTART | SA_NODEFER"]);
		return this.#dice.weighted([
			[3, `read_is_answered(${this.#dice.pick([1, 5, 5000])}, ${this.#dice.pick([0, count])});`],
			[2, `large_write(${this.#dice.pick([65536, 65537, 70000])}, ${this.#dice.pick([1000, 4096, 65536])});`],
			[2, `reader_leaves(${this.#dice.pick([65537, 69632, 70000])}, ${this.#dice.pick([0, 0, 100])});`],
			[1, `read_is_interrupted(${restart});`],
			[1, "stop_and_continue(SIGSTOP);"],
			[1, `timer_interrupts_pause(${restart});`],
			[2, `poll_is_answered(${this.#dice.pick([0, count])});`],
			[
				2,
				`wait_for_end(${this.#dice.below(256)}, ${this.#dice.pick(["0", "0", "SIGTERM", "SIGKILL", "SIGUSR1"])});`,
			],
		]);
	}

	// ---- stdio ----

	#stdio(): string {
		const stream = this.#dice.below(2);
		const mode = this.#dice.pick(["r", "w", "a", "r+", "w+", "a+", "wx", "re"]);
		return this.#dice.weighted([
			[5, `open_stream(${stream}, ${this.#dice.pick(PATHS)}, "${mode}");`],
			[2, `close_stream(${stream});`],
			[4, `print_to(${stream}, ${this.#dice.pick([1, 4, 20])});`],
			[2, `put_letters(${stream}, ${this.#dice.pick([1, 100, 4096, 5000])});`],
			[3, `get_line(${stream}, ${this.#dice.pick([2, 10, 300])});`],
			[2, `get_letter(${stream});`],
			[1, `push_back(${stream}, 'Z');`],
			[
				3,
				`move_stream(${stream}, ${this.#dice.pick([0, 0, 2, 100, -1])}, ${this.#dice.pick(["SEEK_SET", "SEEK_CUR", "SEEK_END"])});`,
			],
			[2, `flush_stream(${stream});`],
			[1, `buffer_stream(${stream}, ${this.#dice.pick(["_IONBF, 0", "_IOLBF, 64", "_IOFBF, 16"])});`],
			[4, `printf("<%d>", next_letter++);`],
			[2, "fflush(stdout);"],
		]);
	}
}
