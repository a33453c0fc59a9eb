// The room `explain`: words for what the kernel decided, why a process waits, and why a run cannot go on.

/** Where paths begin, for who draws the disk. */
export { HOME, ROOT } from "../kernel/index.ts";
export { ending } from "./answers.ts";
export { callText } from "./asks.ts";
export type { Culprit, Diagnosis, DiagnosisKind, Remedy, WaitEdge, WaitedFor } from "./diagnosis/finding.ts";
export { lineWords, onLineWords } from "./line.ts";
export { callName, duration, type Part, quoted, type Sentence } from "./sentence.ts";
export { type Told, tell } from "./tell.ts";
export {
	capacityOf,
	type Holder,
	holdersOf,
	nameOf,
	objectName,
	pipeName,
	rightsText,
	userName,
	type View,
} from "./view.ts";
export { type WaitExplanation, waitingForever, waitOf } from "./wait.ts";
