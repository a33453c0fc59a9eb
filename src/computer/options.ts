// What a run depends on besides its programs: sizes, schedule, arguments, input. With the decisions it is the whole run.

import { type Limits, profiles, type StandardInput } from "../kernel/index.ts";

/**
 * Who runs next at a switch point. `round-robin`: after every answered system call the next ready process;
 * `run-to-block`: the same process until it waits or ends; `random`: any ready process, drawn from the seed.
 */
export interface Schedule {
	readonly kind: "round-robin" | "run-to-block" | "random";
	readonly seed: number;
}

export interface Options {
	readonly limits: Limits;
	readonly schedule: Schedule;
	/** Statements after which a process loses the processor although it made no call. */
	readonly quantum: number;
	/** The run ends with the outcome `limit` after so many steps. */
	readonly maxSteps: number;
	/** … or after so much work (`Computer.work`), when that comes first. */
	readonly maxWork?: number;
	/** Arguments of the first process, without its own name. */
	readonly args: readonly string[];
	readonly env: { readonly [name: string]: string };
	/** The user the run belongs to: a name of `USERS`. */
	readonly user: string;
	/** Programs that act as another user, whoever starts them: names of users by program. */
	readonly owners: { readonly [program: string]: string };
	/** Files that exist at the start, by path. */
	readonly files: { readonly [path: string]: string };
	readonly stdin: {
		readonly text: string | Uint8Array;
		/** No more will be typed; a read of more sees the end. */
		readonly ended: boolean;
		readonly interactive: boolean;
		/**
		 * A person sits at the terminal and sees nothing but it: what is typed appears there, and a key may still come
		 * that ends any wait.
		 */
		readonly attended?: boolean;
		/** What standard input is where it is not interactive; a pipe where nobody says. */
		readonly source?: StandardInput;
		/** A person types at the terminal: what is typed appears there, and a key that is a signal may come. */
		readonly typed?: boolean;
	};
	/** Which of the output streams are terminals, as isatty(3) tells the program. */
	readonly terminal: { readonly stdout: boolean; readonly stderr: boolean };
	/** Values that replace the `#define`s of the same name: the knobs of a lesson. */
	readonly define: { readonly [name: string]: string };
}

/** The options of a profile: Linux's real sizes, or the small ones of the lessons with a reader at the terminal. */
export function defaultOptions(profile: "linux" | "lesson"): Options {
	return {
		limits: profiles[profile],
		schedule: { kind: "round-robin", seed: 1 },
		quantum: 10_000,
		maxSteps: profile === "linux" ? 50_000_000 : 1_000_000,
		args: [],
		user: "user",
		owners: {},
		env: { PATH: "/bin", HOME: "/" },
		files: {},
		stdin: { text: "", ended: true, interactive: profile === "lesson" },
		terminal: { stdout: profile === "lesson", stderr: true },
		define: {},
	};
}
