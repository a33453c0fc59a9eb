// Random programs over Unix domain sockets, straight down: no call waits, and a child has ended before its parent goes on.

import { Dice } from "./dice.ts";
import type { Block, RandomProgram, Statement } from "./program.ts";

const SLOTS = 8;
const TYPES = ["SOCK_STREAM", "SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET"];
const PATHS = ['"s"', '"s"', '"t"', '"@a"'];
const COUNTS = [0, 1, 1, 2, 3, 5, 10, 100, 1000, 4096, 5000, 36_544, 65_536, 212_960, 212_961];

/** The program of a seed: the same at any time and on every machine. */
export function randomSocketProgram(seed: number): RandomProgram {
	return new Generator(seed).program();
}

class Generator {
	readonly #dice: Dice;
	readonly #seed: number;
	/** Slots that probably hold a socket. */
	#open = new Set<number>();
	/**
	 * Slots that hold an end of a pipe, and no socket. Only these travel: a socket that nobody but its own queue holds
	 * ends on Linux when the kernel comes to look for such, here at once.
	 */
	#pipes = new Set<number>();

	constructor(seed: number) {
		this.#seed = seed;
		this.#dice = new Dice(seed);
	}

	program(): RandomProgram {
		const statements = [
			"signal(SIGPIPE, on_broken);",
			this.#pair(),
			this.#listener(),
			...this.#statements(25 + this.#dice.below(30), true),
		];
		return { seed: this.#seed, statements: statements.flat(), end: "return 0;" };
	}

	#statements(count: number, forks: boolean): Statement[] {
		return Array.from({ length: count }, () => this.#statement(forks));
	}

	#slot(): number {
		return this.#dice.below(SLOTS);
	}

	#used(): number {
		return this.#open.size > 0 && this.#dice.percent(95) ? this.#dice.pick([...this.#open]) : this.#slot();
	}

	#fresh(): number {
		const free = Array.from({ length: SLOTS }, (_, i) => i).filter((i) => !this.#open.has(i));
		const slot = free.length > 0 && this.#dice.percent(85) ? this.#dice.pick(free) : this.#slot();
		this.#open.add(slot);
		this.#pipes.delete(slot);
		return slot;
	}

	#type(): string {
		return this.#dice.pick(TYPES);
	}

	#path(): string {
		return this.#dice.pick(PATHS);
	}

	#count(): number {
		return this.#dice.pick(COUNTS);
	}

	#pair(): string {
		return `make_pair(${this.#fresh()}, ${this.#fresh()}, ${this.#type()});`;
	}

	#pipe(): string {
		const [out, into] = [this.#fresh(), this.#fresh()];
		this.#pipes.add(out).add(into);
		return `make_pipe(${out}, ${into});`;
	}

	/** A slot with a pipe's end, or one with nothing. */
	#traveller(): number {
		const pipes = [...this.#pipes];
		return pipes.length === 0 || this.#dice.percent(5) ? SLOTS : this.#dice.pick(pipes);
	}

	#listener(): string[] {
		const slot = this.#fresh();
		const backlog = this.#dice.pick([0, 1, 2]);
		return [
			`make(${slot}, ${this.#dice.pick(["SOCK_STREAM", "SOCK_STREAM", "SOCK_SEQPACKET", "SOCK_DGRAM"])});`,
			`name(${slot}, "s");`,
			`told("listen", ${slot}, listen(f[${slot}], ${backlog}));`,
		];
	}

	#statement(forks: boolean): Statement {
		const slot = this.#used();
		const flags = this.#dice.pick(["0", "0", "0", "MSG_PEEK", "MSG_TRUNC", "MSG_WAITALL", "MSG_NOSIGNAL"]);
		const room = this.#dice.pick([64, 64, 24, 20, 16, 0]);
		const how = this.#dice.pick(["SHUT_RD", "SHUT_WR", "SHUT_WR", "SHUT_RDWR"]);
		return this.#dice.weighted<() => Statement>([
			[6, () => this.#pair()],
			[2, () => this.#pipe()],
			[6, () => `make(${this.#fresh()}, ${this.#type()});`],
			[4, () => `name(${slot}, ${this.#path()});`],
			[8, () => `join(${slot}, ${this.#path()});`],
			[2, () => `told("listen", ${slot}, listen(f[${slot}], ${this.#dice.pick([0, 1, 2])}));`],
			[8, () => `let_in(${this.#fresh()}, ${slot});`],
			[14, () => `put(${slot}, ${this.#count()}, ${this.#dice.pick(["0", "0", "MSG_NOSIGNAL"])});`],
			[6, () => `put_plainly(${slot}, ${this.#count()});`],
			[6, () => `put_to(${slot}, ${this.#path()}, ${this.#count()});`],
			[14, () => `get(${slot}, ${this.#count()}, ${flags});`],
			[6, () => `get_plainly(${slot}, ${this.#count()});`],
			[6, () => `get_from(${slot}, ${this.#count()});`],
			[5, () => `pass(${slot}, ${this.#traveller()}, ${this.#dice.pick([1, 1, 5, 0])});`],
			[
				6,
				() =>
					`unpack(${slot}, ${this.#fresh()}, ${this.#dice.pick([1, 3, 100])}, ${room}, ${this.#dice.pick(["0", "0", "MSG_PEEK"])});`,
			],
			[8, () => `look(${slot});`],
			[3, () => `look_at_error(${slot});`],
			[2, () => `smaller(${slot}, ${this.#dice.pick([1, 3000, 5000])});`],
			[3, () => `called(${slot}, ${this.#dice.pick([0, 1])});`],
			[4, () => `told("shutdown", ${slot}, shutdown(f[${slot}], ${how}));`],
			[7, () => this.#drop(slot)],
			[2, () => `copy(${this.#fresh()}, ${slot});`],
			[2, () => `unlink(${this.#path()});`],
			[forks ? 4 : 0, () => this.#child()],
		])();
	}

	#drop(slot: number): string {
		this.#open.delete(slot);
		this.#pipes.delete(slot);
		return `drop(${slot});`;
	}

	#child(): Block {
		const [open, pipes] = [new Set(this.#open), new Set(this.#pipes)];
		const body = this.#statements(2 + this.#dice.below(8), false);
		[this.#open, this.#pipes] = [open, pipes];
		return { head: "if (child()) {", body, tail: ["leave();", "}"] };
	}
}
