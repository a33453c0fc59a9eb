// Random programs over POSIX and System V message queues, FIFOs and users, straight down: no call waits for ever, and a
// child has ended before its parent goes on.

import { Dice } from "./dice.ts";
import type { Block, RandomProgram, Statement } from "./program.ts";

const SLOTS = 8;
const QUEUES = 4;
const NAMES = ['"/a"', '"/a"', '"/a"', '"/b"', '"/b"', '"/c"', '"a"', '"/"', '""', '"/a/b"'];
const PATHS = ['"p"', '"p"', '"p"', '"r"', '"r"', '"k"', '"none/p"', '"p/x"', '"d/p"'];
const KEYS = [
	"0x51",
	"0x51",
	"0x51",
	"0x52",
	"IPC_PRIVATE",
	'key_of("k", 1)',
	'key_of("k", 2)',
	'key_of("none", 1)',
];
const COUNTS = [0, 1, 1, 2, 3, 5, 10, 16, 17, 100, 1000, 4096, 8192, 8193];
const BYTES = [0, 1, 3, 10, 100, 4096, 4097, 65_536, 65_537];
const MODES = ["0600", "0600", "0666", "0644", "0622", "0444", "0222", "0060", "0"];
const TYPES = [1, 1, 1, 2, 2, 3, 7, 0, -1];
const WANTED = [0, 0, 1, 2, 3, 7, -1, -2, -9];
const USERS = [0, 0, 1001, 1001, 1002];

/** The program of a seed: the same at any time and on every machine. It starts as root. */
export function randomMessageProgram(seed: number): RandomProgram {
	return new Generator(seed).program();
}

type What = "queue" | "fifo";

class Generator {
	readonly #dice: Dice;
	readonly #seed: number;
	/** Slots that probably hold an open descriptor, and of what. */
	#open = new Map<number, What>();

	constructor(seed: number) {
		this.#seed = seed;
		this.#dice = new Dice(seed);
	}

	program(): RandomProgram {
		const statements = [
			"begin();",
			`make_fifo("p", 0666);`,
			this.#openQueue(),
			...this.#statements(25 + this.#dice.below(30), true),
		];
		return { seed: this.#seed, statements, end: "return 0;" };
	}

	#statements(count: number, forks: boolean): Statement[] {
		return Array.from({ length: count }, () => this.#statement(forks));
	}

	#statement(forks: boolean): Statement {
		return this.#dice.weighted<() => Statement>([
			[34, () => this.#queue()],
			[24, () => this.#letters()],
			[26, () => this.#fifo()],
			[9, () => this.#user()],
			[8, () => this.#descriptor()],
			[4, () => this.#wait()],
			[forks ? 5 : 0, () => this.#child()],
		])();
	}

	#used(what?: What): number {
		const good = [...this.#open].filter(([, of]) => what === undefined || of === what);
		return good.length > 0 && this.#dice.percent(93) ? this.#dice.pick(good)[0] : this.#dice.below(SLOTS);
	}

	#fresh(what: What): number {
		const free = Array.from({ length: SLOTS }, (_, i) => i).filter((i) => !this.#open.has(i));
		const slot = free.length > 0 && this.#dice.percent(85) ? this.#dice.pick(free) : this.#dice.below(SLOTS);
		this.#open.set(slot, what);
		return slot;
	}

	#drop(how: string): string {
		const slot = this.#used();
		this.#open.delete(slot);
		return `${how}(${slot});`;
	}

	#descriptor(): string {
		const from = this.#used();
		const events = this.#dice.pick(["POLLIN", "POLLOUT", "POLLIN | POLLOUT"]);
		return this.#dice.weighted<() => string>([
			[3, () => this.#drop("drop")],
			[1, () => `copy(${this.#fresh(this.#open.get(from) ?? "fifo")}, ${from});`],
			[5, () => `look_around(${from}, ${this.#used()}, ${this.#used()}, ${events});`],
			[2, () => `choose(${from}, ${this.#used()});`],
			[2, () => `flags_of(${from}, ${this.#dice.pick([0, 1])}, ${this.#dice.pick([0, "O_NONBLOCK"])});`],
		])();
	}

	// ---- POSIX queues ----

	#openQueue(): string {
		const access = this.#dice.pick(["O_RDWR", "O_RDWR", "O_RDWR", "O_WRONLY", "O_RDONLY"]);
		const flags = ["O_CREAT", "O_CREAT", "O_EXCL", "O_NONBLOCK"].filter((_, i) =>
			this.#dice.percent([60, 50, 15, 50][i] as number),
		);
		const messages = this.#dice.pick([1, 1, 2, 2, 3, 10, -100, 0, -1]);
		const size = this.#dice.pick([1, 16, 16, 100, 8192, 0]);
		return `open_queue(${this.#fresh("queue")}, ${this.#dice.pick(NAMES)}, ${[access, ...new Set(flags)].join(" | ")}, ${this.#dice.pick(MODES)}, ${messages}, ${size});`;
	}

	#queue(): string {
		const slot = this.#used("queue");
		const count = this.#dice.pick(COUNTS);
		const priority = this.#dice.pick([0, 0, 1, 1, 5, 9, 32_767, 32_768]);
		const size = this.#dice.pick([8192, 8192, 8192, 100, 16, 1, 0]);
		const [milliseconds, nanoseconds] = this.#dice.pick([
			[0, 0],
			[0, 0],
			[0, 0],
			[4, 0],
			[4, -1],
			[0, 1_000_000_000],
		]);
		return this.#dice.weighted<() => string>([
			[7, () => this.#openQueue()],
			[9, () => `post(${slot}, ${count}, ${priority});`],
			[7, () => `fetch(${slot}, ${size});`],
			[3, () => `post_until(${slot}, ${count}, ${priority}, ${milliseconds}, ${nanoseconds});`],
			[3, () => `fetch_until(${slot}, ${size}, ${milliseconds}, ${nanoseconds});`],
			[3, () => `queue_state(${slot}, ${this.#dice.pick([-1, -1, 0, "O_NONBLOCK", "O_APPEND"])});`],
			[4, () => this.#notice(slot)],
			[2, () => `as_a_file(${slot});`],
			[2, () => `no_name(${this.#dice.pick(NAMES)});`],
			[2, () => this.#drop("shut")],
		])();
	}

	#notice(slot: number): string {
		const way = this.#dice.pick(["SIGEV_SIGNAL", "SIGEV_SIGNAL", "SIGEV_SIGNAL", "SIGEV_NONE", "-1", "99"]);
		const signal = this.#dice.pick(["SIGUSR1", "SIGUSR1", "SIGRTMIN + 1", "0", "65"]);
		return `notice(${slot}, ${way}, ${signal}, ${this.#dice.below(100)});`;
	}

	// ---- System V queues ----

	#letters(): string {
		const i = this.#dice.below(QUEUES);
		const made = this.#dice.flags(["IPC_CREAT", "IPC_EXCL"], 40);
		const cut = this.#dice.flags(["MSG_NOERROR", "MSG_EXCEPT"], 30);
		const how = this.#dice.percent(10) ? "MSG_COPY" : cut;
		const room = this.#dice.pick([8192, 8192, 100, 5, 1, 0, -1]);
		return this.#dice.weighted([
			[5, `get_queue(${i}, ${this.#dice.pick(KEYS)}, ${made} | ${this.#dice.pick(MODES)});`],
			[3, `get_queue(${i}, 0x51, IPC_CREAT | 0660);`],
			[10, `put_letter(${i}, ${this.#dice.pick(TYPES)}, ${this.#dice.pick(COUNTS)}, 0);`],
			[9, `take_letter(${i}, ${this.#dice.pick(WANTED)}, ${room}, ${how});`],
			[4, `state(${i});`],
			[
				2,
				`set(${i}, ${this.#dice.pick([0, 5, 16, 16_384])}, ${this.#dice.pick(MODES)}, ${this.#dice.pick(USERS)});`,
			],
			[2, `end_queue(${i});`],
		]);
	}

	// ---- FIFOs ----

	#openFifo(): string {
		const access = this.#dice.pick([
			"O_RDONLY | O_NONBLOCK",
			"O_RDONLY | O_NONBLOCK",
			"O_WRONLY | O_NONBLOCK",
			"O_WRONLY | O_NONBLOCK",
			"O_RDWR",
			"O_RDWR | O_NONBLOCK",
		]);
		const more = this.#dice.flags(["O_CREAT", "O_EXCL", "O_TRUNC", "O_APPEND"], 10);
		return `open_path(${this.#fresh("fifo")}, ${this.#dice.pick(PATHS)}, ${access} | ${more}, ${this.#dice.pick(MODES)});`;
	}

	#fifo(): string {
		const slot = this.#used("fifo");
		const path = this.#dice.pick(PATHS);
		const other = this.#dice.pick(PATHS);
		return this.#dice.weighted<() => string>([
			[4, () => `make_fifo(${path}, ${this.#dice.pick(MODES)});`],
			[10, () => this.#openFifo()],
			[7, () => `put(${slot}, ${this.#dice.pick(BYTES)});`],
			[7, () => `get(${slot}, ${this.#dice.pick(BYTES)});`],
			[1, () => `refused(${slot});`],
			[3, () => `about(${path});`],
			[2, () => `told("unlink", 0, unlink(${path}));`],
			[1, () => `told("rename", 0, rename(${path}, ${other}));`],
			[1, () => `told("link", 0, link(${path}, ${other}));`],
			[1, () => `told("mkdir", 0, mkdir("d", 0${this.#dice.pick(["777", "700", "1777", "555"])}));`],
			[3, () => this.#drop("drop")],
		])();
	}

	// ---- users ----

	#user(): string {
		const path = this.#dice.pick(PATHS);
		const [user, group] = [this.#dice.pick(USERS), this.#dice.pick([0, 1001, 1001, 1002])];
		const mode = this.#dice.pick(MODES);
		const asked = this.#dice.pick(["R_OK", "W_OK", "R_OK | W_OK", "F_OK", "X_OK"]);
		return this.#dice.weighted([
			[7, `become(${user}, ${user === 0 ? 0 : group});`],
			[1, `told("setuid", ${user}, setuid(${user}));`],
			[1, `told("setreuid", ${user}, setreuid(${user}, -1));`],
			[2, "whoami();"],
			[2, `told("umask", 0, umask(${this.#dice.pick(["0", "022", "077", "0777"])}));`],
			[2, `told("chmod", 0, chmod(${path}, ${mode}));`],
			[2, `told("chown", 0, chown(${path}, ${user}, ${group}));`],
			[2, `told("access", 0, access(${path}, ${asked}));`],
			[1, `told("faccessat", 0, faccessat(AT_FDCWD, ${path}, ${asked}, AT_EACCESS));`],
		]);
	}

	// ---- other processes ----

	#wait(): string {
		const yes = this.#dice.below(2);
		const priority = this.#dice.pick([0, 3, 9]);
		const access = this.#dice.pick(["O_RDONLY", "O_WRONLY"]);
		const wanted = this.#dice.pick([1, 2, 3]);
		return this.#dice.weighted([
			[3, `message_is_awaited(${yes}, ${this.#dice.pick([0, 1, 100, 8192])}, ${priority});`],
			[3, `room_is_awaited(${priority}, ${this.#dice.pick([0, 3, 9])});`],
			[1, `queue_is_interrupted(${yes}, ${this.#dice.below(2)});`],
			[3, `letter_is_awaited(${wanted}, ${this.#dice.below(4)}, ${this.#dice.pick(["0", "MSG_NOERROR"])});`],
			[1, `queue_is_removed(${yes});`],
			[
				3,
				`ends_meet(${access}, ${access === "O_RDONLY" ? "O_WRONLY" : "O_RDONLY"}, ${this.#dice.pick(["0", "O_NONBLOCK"])}, ${this.#dice.below(7)});`,
			],
			[1, `open_is_interrupted(${access});`],
		]);
	}

	#child(): Block {
		const open = new Map(this.#open);
		const body = this.#statements(2 + this.#dice.below(8), false);
		this.#open = open;
		return { head: "if (child()) {", body, tail: ["_exit(0);", "}"] };
	}
}
