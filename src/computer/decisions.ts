// Decisions: the only thing from outside that changes a run. Each says at which step it takes effect.

import type { Pid } from "../kernel/index.ts";

export type Decision = { readonly at: number /* the step before which it takes effect */ } & (
	| { readonly kind: "run"; readonly pid: Pid }
	/** `terminal`: at which of /dev/pts; left out, at that of who logged in last. */
	| { readonly kind: "type"; readonly text: string; readonly terminal?: number }
	| { readonly kind: "end-input" }
	/** A shell is started on one more terminal, at which is typed from then on what names no terminal. */
	| { readonly kind: "login" }
);

function isLogin({ kind }: Decision): boolean {
	return kind === "login";
}

/** The decisions of a run in the order of their steps; several of one step keep the order in which they were made. */
export class Decisions {
	readonly #list: Decision[];
	#next = 0;
	#logins: boolean;

	constructor(list: readonly Decision[]) {
		this.#list = [...list].sort((a, b) => a.at - b.at);
		this.#logins = this.#list.some(isLogin);
	}

	/** Somebody logs in, at whatever step. */
	get logins(): boolean {
		return this.#logins;
	}

	get list(): readonly Decision[] {
		return this.#list;
	}

	/** Adds one; its step must not lie before the present one. */
	add(decision: Decision): void {
		let index = this.#list.length;
		while (index > this.#next && (this.#list[index - 1] as Decision).at > decision.at) index--;
		this.#list.splice(index, 0, decision);
		this.#logins ||= isLogin(decision);
	}

	/** Follows other decisions from here on; none of them lies before the present step. */
	replace(list: readonly Decision[]): void {
		this.#list.splice(0, this.#list.length, ...[...list].sort((a, b) => a.at - b.at));
		this.#next = 0;
		this.#logins = this.#list.some(isLogin);
	}

	/** How many of the decisions of `step`, the present one, have been taken. */
	takenAt(step: number): number {
		return this.#next - this.#firstOf(step);
	}

	/** The run stands before `step` again, of whose decisions `taken` have been taken. */
	rewind(step: number, taken: number): void {
		this.#next = Math.min(this.#list.length, this.#firstOf(step) + taken);
	}

	#firstOf(step: number): number {
		const index = this.#list.findIndex((decision) => decision.at >= step);
		return index < 0 ? this.#list.length : index;
	}

	/** Steps that can be taken from `step` on before the next decision takes effect. */
	distance(step: number): number {
		const next = this.#list[this.#next];
		return next === undefined ? Number.POSITIVE_INFINITY : Math.max(0, next.at - step);
	}

	/** The next decision of `step`, each handed out once. */
	take(step: number): Decision | null {
		const next = this.#list[this.#next];
		if (next === undefined || next.at > step) return null;
		this.#next++;
		return next;
	}
}
