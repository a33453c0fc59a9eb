// The room `kernel`: what an operating system remembers and decides.
export { comesToRead, comesToWrite } from "./bad-pointers.ts";
export { BIN, type BootOptions, boot, type StandardInput, type Stream, spawn } from "./boot.ts";
export {
	isQueueCall,
	isSocketCall,
	LATE_CALLS,
	type LateCall,
	type QueueCall,
	type SocketCall,
} from "./call-families.ts";
export { call, refuse } from "./calls.ts";
export { advance, catchUp, nextTimer, spend } from "./clock.ts";
export * from "./constants.ts";
export { type Delivery, deliver, fault, killAnyway } from "./delivery.ts";
export type { KernelEvent } from "./events.ts";
export { INIT, type Kernel, type ProcessMemory, processOf, ROOT, restore, snapshot } from "./kernel.ts";
export { endInput, type } from "./keyboard.ts";
export { leadSession, login } from "./late.ts";
export { laws } from "./laws.ts";
export { EPOCH, MSGMAX, PIPE_MAX_SIZE, profiles } from "./limits.ts";
export { nodeOf } from "./node.ts";
export type { Outcome } from "./outcome.ts";
export { isInGroup, isPrivileged, permits, refuseSticky } from "./permissions.ts";
export { bytesInside, freeRoom, isWritable } from "./ring.ts";
export type { Rule, RuleId } from "./rules.ts";
export { changeProcessor, readyProcesses, switchTo } from "./scheduler.ts";
export { LIBRARYS } from "./signal-calls.ts";
export {
	dispositionOf,
	effectOf,
	isIgnored,
	isStopSignal,
	orderOf,
	type SignalEffect,
} from "./signal-facts.ts";
export type * from "./state.ts";
export { DEVICES, statusOf, TERMINAL_DEVICE } from "./status.ts";
export type * from "./system-calls.ts";

export { HOME, USER, USERS } from "./system-files.ts";
export { processorOf, ranSoFar } from "./timers.ts";
export { lookUpExisting, pathOfDirectory } from "./tree.ts";
export type * from "./words.ts";
