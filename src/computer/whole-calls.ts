// Lines of a trace as strace writes them: a call that waits stands in one line with its answer when no other line came between.
import { RESULT_COLUMN } from "./trace.ts";

const UNFINISHED = " <unfinished ...>";
/** Who, as the line begins; what it answers, and with which result. */
const RESUMED = /^(\[pid +\d+\] )?<\.\.\. \w+ resumed>(.*\)) *= (.*)$/s;
const PROCESS = /^\[pid +\d+\] /;

/** Puts the lines of a tracer together. Feed it all of them in order, and ask for the last one at the end. */
export class WholeCalls {
	/** The call that has not been answered, when it was the last line. */
	#open: string | null = null;

	/** The lines that are certain now. */
	lines(found: readonly string[]): string[] {
		return found.flatMap((line) => this.#add(line));
	}

	/** The call in which everything stands still, or a person is waited for. */
	end(): string[] {
		const open = this.#open;
		this.#open = null;
		return open === null ? [] : [open + UNFINISHED];
	}

	#add(line: string): string[] {
		const whole = this.#open === null ? null : joined(this.#open, line);
		if (whole !== null) {
			this.#open = null;
			return [whole];
		}
		const before = this.end();
		if (!line.endsWith(UNFINISHED)) return [...before, line];
		this.#open = line.slice(0, -UNFINISHED.length);
		return before;
	}
}

function joined(open: string, line: string): string | null {
	const [, who = "", tail = "", result = ""] = RESUMED.exec(line) ?? [];
	if (result === "" || who !== (PROCESS.exec(open)?.[0] ?? "")) return null;
	return `${`${open}${tail}`.padEnd(RESULT_COLUMN - 1)} = ${result}`;
}
