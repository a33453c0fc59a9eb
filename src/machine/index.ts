// The room `machine`: a C compiler and the processor it compiles for. It knows no system call and no process: a call
// of a function that nobody defined stops the processor, and whoever runs it answers.

import { type Label, labels as labelsOf } from "./c/labels.ts";
import type { SourceFile } from "./code/compile.ts";

export type { Label } from "./c/labels.ts";
export type { Compiled, CompileOptions, SourceFile } from "./code/compile.ts";
export type {
	FunctionInfo,
	Image,
	LineTable,
	Place,
	Segment,
	Shape,
	ShapeMember,
	SymbolInfo,
	VariableInfo,
} from "./code/image.ts";
export { type PackedImage, packImage, unpackImage } from "./code/packed-image.ts";
export type { Fault } from "./vm/fault.ts";
export type { Block, Ledger, Missed, Misuse } from "./vm/guarded-memory.ts";
export { HEAP_MAX, type Memory, type Region } from "./vm/memory.ts";
export type { Look, LookFrame, ObjectLook } from "./vm/objects.ts";
export { PAGE_SIZE } from "./vm/pages.ts";
export {
	createProcessor,
	type Frame,
	type NamedStack,
	type Processor,
	type Snapshot,
	type Variable,
	where,
} from "./vm/processor.ts";
export type { Stop } from "./vm/stop.ts";

/** The labels that comments put on lines of a file: `//@ name reader`, `//@ fill`. */
export function labels(file: SourceFile): Label[] {
	return labelsOf(file.text);
}
