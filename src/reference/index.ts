// The room `reference`: every system call and every rule, with what running them told.
export { type CallText, calls, GROUPS, type Group } from "./calls.ts";
export { headersOf, listed, MANUAL, SAME, whyNever } from "./manual.ts";
export { type ManualBlock, type ManualPart, type ManualRun, readManualPage } from "./manual-page.ts";
export { NOT_ASKED, NOT_SHOWN } from "./not-shown.ts";
export type { Ending, Moment, Reference } from "./reference.ts";
