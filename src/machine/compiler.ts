// The second door of the room `machine`: the C compiler and its library. Whoever only runs programs does not load it.

import "./vm/translator/index.ts";

export { IMPLICIT } from "./c/implicit.ts";
export {
	type Compiled,
	type CompileOptions,
	compile,
	systemFile,
	type UndefinedFunction,
} from "./code/compile.ts";
export { type Block, GuardedMemory, type Ledger, type Missed, type Misuse } from "./vm/guarded-memory.ts";
