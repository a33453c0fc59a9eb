// Random programs: made again from their seed, run here, and made smaller while they still disagree with Linux.

export { type Ran, runHere } from "./here.ts";
export { type Kind, kinds } from "./kinds.ts";
export type { RandomProgram } from "./program.ts";
export { smaller } from "./smaller.ts";
