// Random programs over Unix domain sockets, straight down: no call waits, and a child has ended before its parent goes on.

/// <reference types="vite/types/importMeta.d.ts" />

import { Dice } from "./dice.ts";
import type { Block, RandomProgram, Statement } from "./program.ts";

const [pieces] = Object.values(
	import.meta.glob("./socket-pieces.c", { query: "?raw", import: "default", eager: true }),
) as [string];

const SLOTS = 8;
const TYPES = ["SOCK_STREAM", "SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET"];
const PATHS = ['"s"', '"s"', '"t"', '"@a"'];
const COUNTS = [0, 1, 1, 2, 3, 5, 10, 100, 1000, 4096, 5000, 36_544, 65_536, 212_960, 212_961];

/** The program of a seed: the same at any time and on every machine. */
export function randomSocketProgram(seed: number): RandomProgram {
	return new Generator(seed).program();
}

/** The program as one file of C. */
export function textOfSocketProgram({ end, statements }: RandomProgram): string {
	const lines = statements.flatMap((statement) => linesOf(statement, "\t"));
	const main = ["int main(void)", "{", "\tsignal(SIGPIPE, on_broken);", ...lines, `\t${end}`, "}", ""];
	return `${pieces}\n${main.join("\n")}`;
}

function linesOf(statement: Statement, indent: string): string[] {
	if (typeof statement === "string") return [`${indent}${statement}`];
	const inner = statement.body.flatMap((one) => linesOf(one, `${indent}\t`));
	return [`${indent}${statement.head}`, ...inner, `${indent}\tleave();`, `${indent}}`];
}

class Generator {
	readonly #dice: Dice;
	readonly #seed: number;
	/** Slots that probably hold a socket. */
	readonly #open = new Set<number>();

	constructor(seed: number) {
		this.#seed = seed;
		this.#dice = new Dice(seed);
	}

	program(): RandomProgram {
		const statements = [this.#pair(), this.#listener(), ...this.#statements(25 + this.#dice.below(30), true)];
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
			[5, () => `pass(${slot}, ${this.#used()}, ${this.#dice.pick([1, 1, 5, 0])});`],
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
		return `drop(${slot});`;
	}

	#child(): Block {
		return { head: "if (child()) {", body: this.#statements(2 + this.#dice.below(8), false), tail: [] };
	}
}
