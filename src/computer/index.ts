// The room `computer`: a kernel, a processor for each process, and the loop that takes one step after the other.

export {
	Computer,
	type ComputerSnapshot,
	type Ending,
	outputOf,
	type RunOutcome,
	type StepInfo,
	start,
} from "./computer.ts";
export { BYTES_PER_TICK, CONTEXT_SWITCH, DELIVERY, STATEMENT, SYSTEM_CALL } from "./costs.ts";
export type { Decision } from "./decisions.ts";
export {
	type Build,
	firstName,
	nameInBin,
	type PackedSoftware,
	type ProgramSource,
	packSoftware,
	type Software,
	type Userland,
	unpackSoftware,
} from "./loader.ts";
export { defaultOptions, type Options, type Schedule } from "./options.ts";
export type { Unwritten } from "./streams.ts";
export { Tracer } from "./trace.ts";
export { callText, resultText } from "./trace-call.ts";
export { WholeCalls } from "./whole-calls.ts";
export { CALL_WORK, EXEC_WORK, FORK_WORK } from "./work.ts";
