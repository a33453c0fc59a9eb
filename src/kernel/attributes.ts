// What a process may set about itself: its name, the signal of its parent's end, whether it adopts orphans. See prctl(2).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { Attributes, Process } from "./state.ts";
import type { Named } from "./system-calls.ts";

/** A name has at most so many bytes. */
const NAME_LENGTH = 15;

const USUAL: Attributes = {
	name: null,
	deathSignal: 0,
	dumpable: 1,
	noNewPrivileges: false,
	subreaper: false,
};

/** The name of a process as /proc/PID/comm tells it. */
export function nameOf({ attributes, program }: Process): string {
	return attributes?.name ?? program.slice(program.lastIndexOf("/") + 1).slice(0, NAME_LENGTH);
}

export function prctl(kernel: Kernel, process: Process, call: Named<"prctl">): Outcome {
	const { argument, option, plain, text } = call;
	const attributes = process.attributes ?? USUAL;
	const set = (change: Partial<Attributes>) => {
		kernel.journal.set(process, "attributes", { ...attributes, ...change });
		return done("process.attribute.set");
	};
	const told = (value: number | string) => done("process.attribute.told", 0, { kind: "attribute", value });
	const bad = () => failed("process.attribute.bad", "EINVAL");
	switch (option) {
		case C.PR_SET_NAME:
			return set({ name: text.slice(0, NAME_LENGTH) });
		case C.PR_GET_NAME:
			return told(nameOf(process));
		case C.PR_SET_PDEATHSIG:
			return argument < 0 || argument > C.SIGRTMAX ? bad() : set({ deathSignal: argument });
		case C.PR_GET_PDEATHSIG:
			return told(attributes.deathSignal);
		case C.PR_SET_DUMPABLE:
			return argument === 0 || argument === 1 ? set({ dumpable: argument }) : bad();
		case C.PR_GET_DUMPABLE:
			return done("process.attribute.told", attributes.dumpable);
		case C.PR_SET_CHILD_SUBREAPER:
			return set({ subreaper: argument !== 0 });
		case C.PR_GET_CHILD_SUBREAPER:
			return told(Number(attributes.subreaper));
		case C.PR_SET_NO_NEW_PRIVS:
			return argument === 1 && plain ? set({ noNewPrivileges: true }) : bad();
		case C.PR_GET_NO_NEW_PRIVS:
			return argument === 0 && plain
				? done("process.attribute.told", Number(attributes.noNewPrivileges))
				: bad();
		default:
			return failed("process.attribute.unknown", "EINVAL");
	}
}
