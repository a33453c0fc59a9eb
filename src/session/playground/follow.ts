// Follows a session at the shell as the person before it would: on while something happens, and no further than to where only time could pass.
import type { Computer } from "../../computer/index.ts";
import type { Player } from "../player.ts";
import type { Clock } from "../state.ts";

/** Milliseconds between two looks at a run that goes on. */
const LOOK = 60;
/** Steps that one line typed may take before the reader is asked. */
const MOST_STEPS = 2_000_000;
const TICKS_PER_MILLISECOND = 1000;
/** Milliseconds that a sleep in the foreground takes at most before the eyes of the reader, who may want to end it by a key. */
const LONGEST_SLEEP = 8_000;

export interface Told {
	/** Somebody waits for the keyboard. */
	asks(): void;
	/** The run goes on and on, and is not followed any further. */
	tired(): void;
}

/** Moves a player on from where it stands until somebody waits for the keyboard. */
export class Follow {
	readonly #player: Player;
	readonly #clock: Clock;
	readonly #from: number;
	readonly #told: Told;
	/** The first row of the index that has not been looked at. */
	#row: number;
	#stop: (() => void) | null = null;

	constructor(player: Player, clock: Clock, told: Told) {
		this.#player = player;
		this.#clock = clock;
		const { timeline } = player;
		this.#from = timeline?.position ?? 0;
		this.#row = timeline?.index.from(this.#from + 1) ?? 0;
		this.#told = told;
	}

	end(): void {
		this.#stop?.();
		this.#stop = null;
	}

	go(): void {
		const { timeline } = this.#player;
		if (timeline === null) return;
		const known = timeline.length;
		const rest = this.#rest();
		if (rest !== null) {
			this.#player.goTo(rest.step);
			if (rest.reads) {
				this.#player.stop();
				this.#told.asks();
			} else this.#again(Math.min(LONGEST_SLEEP, rest.lasts));
			return;
		}
		this.#player.goTo(known);
		if (timeline.complete) this.#told.asks();
		else if (known - this.#from > MOST_STEPS) {
			this.#player.stop();
			this.#told.tired();
		} else this.#again(LOOK);
	}

	#again(delay: number): void {
		this.#stop = this.#clock.after(delay, () => this.go());
	}

	/** The next place known where nobody could go on but by the clock, or only who is held back while the shell asks. */
	#rest(): { readonly step: number; readonly reads: boolean; readonly lasts: number } | null {
		const timeline = this.#player.timeline;
		if (timeline === null) return null;
		const { index } = timeline;
		const guests = (timeline.computer as Partial<Computer>).decisions?.logins === true;
		for (; this.#row < index.length; this.#row++) {
			const kind = index.kind(this.#row);
			const asks = guests && kind === "waits";
			if (kind !== "time-passes" && !asks) continue;
			if (asks && index.row(this.#row).object !== "terminal-input") continue;
			const step = index.step(this.#row) - (asks ? 0 : 1);
			timeline.seek(step);
			const { computer } = timeline;
			const reads = shellAsks(computer);
			if (asks ? !isAtRest(computer) : computer.choices().length > 0) continue;
			if (asks) {
				this.#row++;
				return { step, reads, lasts: 0 };
			}
			const { clock } = computer.kernel.state;
			const lasts = (index.row(this.#row).subject - clock) / TICKS_PER_MILLISECOND;
			this.#row++;
			return { step, reads, lasts };
		}
		return null;
	}
}

type Shown = NonNullable<Player["timeline"]>["computer"];

/** Whether the shell, or what runs in its foreground, waits for a key; where somebody logged in, at that terminal. */
function shellAsks(computer: Shown): boolean {
	const { processes, terminals } = computer.kernel.state;
	const guests = (computer as Partial<Computer>).decisions?.logins === true;
	return Object.values(processes).some(
		({ wait }) =>
			wait?.on === "terminal-input" &&
			(!guests || terminals[wait.terminal]?.name.startsWith("pts/") === true),
	);
}

/** Nothing goes on before a key, but who is held back. */
export function isAtRest(computer: Shown): boolean {
	const { held } = computer as Partial<Computer>;
	return shellAsks(computer) && computer.choices().every((pid) => held?.has(pid) === true);
}
