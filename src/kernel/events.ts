// What happened, in the order it happened: pictures, sentences and arrows hang on these.
import type { Outcome } from "./outcome.ts";
import type { RuleId } from "./rules.ts";
import type { Dye, MessageQueue, ObjectRef, Pipe, Wait } from "./state.ts";
import type { SignalInfo, SystemCall } from "./system-calls.ts";
import type { ObjectId, Pid, Ticks, WaitStatus } from "./words.ts";

/** What happened, in the order it happened. `step` and `place` are added by the computer. */
export type KernelEvent =
	| { readonly kind: "calls"; readonly pid: Pid; readonly call: SystemCall }
	| {
			readonly kind: "returns";
			readonly pid: Pid;
			readonly call: SystemCall;
			readonly outcome: Outcome;
			readonly waited: boolean;
	  }
	| {
			readonly kind: "waits";
			readonly pid: Pid;
			readonly call: SystemCall;
			readonly wait: Wait;
			readonly rule: RuleId;
			/** Bytes already moved by this call. */
			readonly done: number;
			/** It was woken and found nothing. */
			readonly again: boolean;
	  }
	| {
			readonly kind: "wakes";
			readonly pid: Pid;
			readonly wait: Wait;
			/** Whose act woke it; null: time, or a person at the terminal. */
			readonly by: Pid | null;
	  }
	/** Bytes moved between a process and an object; offset counts from the object's first byte ever. */
	| {
			readonly kind: "transfers";
			readonly pid: Pid;
			readonly direction: "in" | "out";
			readonly object: ObjectRef;
			readonly bytes: Uint8Array;
			readonly offset: number;
			readonly dyes: readonly Dye[];
	  }
	| { readonly kind: "opens"; readonly pid: Pid; readonly fd: number; readonly openFile: ObjectId }
	| {
			readonly kind: "closes";
			readonly pid: Pid;
			readonly fd: number;
			readonly openFile: ObjectId;
			readonly left: number;
	  }
	/** The last descriptor of the last description of one end is gone. */
	| {
			readonly kind: "end-closed";
			readonly pid: Pid;
			readonly pipe: ObjectId;
			readonly end: "read" | "write";
	  }
	/** `pipe` and `queue` are as they were, for who would tell them from others. */
	| {
			readonly kind: "vanishes";
			readonly object: ObjectRef;
			readonly discarded: number;
			readonly pipe?: Pipe;
			readonly queue?: MessageQueue;
	  }
	| { readonly kind: "forks"; readonly pid: Pid; readonly child: Pid }
	| {
			readonly kind: "execs";
			readonly pid: Pid;
			readonly program: string;
			readonly closed: readonly number[];
	  }
	| { readonly kind: "exits"; readonly pid: Pid; readonly status: WaitStatus }
	| { readonly kind: "killed"; readonly pid: Pid; readonly signal: number; readonly status: WaitStatus }
	| { readonly kind: "reaped"; readonly pid: Pid; readonly by: Pid }
	| { readonly kind: "adopted"; readonly pid: Pid; readonly from: Pid; readonly by: Pid }
	| {
			readonly kind: "signal-sent";
			readonly pid: Pid;
			readonly signal: number;
			readonly from: Pid | null;
			readonly rule: RuleId;
			readonly info: SignalInfo;
	  }
	| { readonly kind: "signal-handled"; readonly pid: Pid; readonly signal: number }
	| { readonly kind: "handler-returns"; readonly pid: Pid }
	/** `rule`: the signal came of what the process was about to do, the use of a terminal from the background. */
	| { readonly kind: "stops"; readonly pid: Pid; readonly signal: number; readonly rule?: RuleId }
	| { readonly kind: "continues"; readonly pid: Pid }
	| { readonly kind: "switches"; readonly from: Pid | null; readonly to: Pid }
	| { readonly kind: "time-passes"; readonly to: Ticks };
