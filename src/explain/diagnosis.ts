// The second door of the room `explain`: why a run cannot go on, or ended as nobody expected, and what may mend it.
import type { Computer } from "../computer/index.ts";
import { stillInBuffers } from "./diagnosis/buffers.ts";
import { circleFrom } from "./diagnosis/circle.ts";
import type { Diagnosis, Evidence, Finding, Ran, Situation } from "./diagnosis/finding.ts";
import { globalArrays } from "./diagnosis/outside.ts";
import { diagnosisRules } from "./diagnosis/rules.ts";
import { rootOf, stranded } from "./diagnosis/waiting.ts";
import type { Witness } from "./diagnosis/witness.ts";
import type { View } from "./view.ts";

export { diagnosisRules } from "./diagnosis/rules.ts";
export { Watch, type Watched, watchRun } from "./diagnosis/watch.ts";
export { Witness } from "./diagnosis/witness.ts";

/** Of a state alone, without a past and without a text. */
const NOTHING_MORE: Evidence = {
	outcome: null,
	witness: null,
	programs: [],
	stack: () => [],
	globals: () => null,
	unwritten: () => [],
};

/** What a computer and whoever watched it know. */
export function evidenceOf(computer: Computer, witness: Witness | null): Evidence {
	return {
		outcome: computer.outcome,
		witness,
		programs: computer.software.programs,
		stack: (pid) => computer.stack(pid),
		globals: globalArrays(computer.software.images),
		unwritten: (pid) => computer.unwritten(pid),
	};
}

/** Why the run can never finish, or finished badly; null when nothing is wrong with it, or not yet. */
export function diagnose(view: View, evidence: Evidence = NOTHING_MORE): Diagnosis | null {
	const ran: Ran = { ...view, ...evidence };
	const situation = situationOf(ran);
	if (situation === null) return null;
	for (const { kind, when, find } of diagnosisRules) {
		const found = when.includes(situation) ? find(ran) : null;
		if (found !== null) return complete(ran, kind, found, situation);
	}
	return null;
}

function complete(ran: Ran, kind: Diagnosis["kind"], found: Finding, situation: Situation): Diagnosis {
	const root = situation === "stuck" ? (rootOf(ran) ?? found.pid) : found.pid;
	return {
		kind,
		pid: found.pid,
		waiting: situation === "stuck" ? stranded(ran) : [],
		sentence: found.sentence,
		cure: found.cure,
		culprits: found.culprits ?? [],
		circle: situation === "stuck" ? circleFrom(ran, kind === "wrong-descriptor" ? root : found.pid) : [],
		also: kind === "output-in-buffer" || situation === "exited" ? [] : stillInBuffers(ran),
		moment: null,
		remedies: found.remedies ?? [],
	};
}

function situationOf(ran: Ran): Situation | null {
	if (ran.outcome !== null) return ran.outcome.kind;
	return stranded(ran).length > 0 ? "stuck" : null;
}
