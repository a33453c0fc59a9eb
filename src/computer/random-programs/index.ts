// Random programs: made again from their seed, run here, and made smaller while they still disagree with Linux.

export { randomProgram } from "./generate.ts";
export { type Ran, runHere } from "./here.ts";
export { type RandomProgram, textOf, textOfAll } from "./program.ts";
export { smaller } from "./smaller.ts";
export { randomSocketProgram, textOfSocketProgram } from "./sockets.ts";
