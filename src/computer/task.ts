// One process as the computer holds it: its processor, and where in the round of statements and calls it stands.

import { unreachable } from "../base/index.ts";
import {
	type Delivery,
	type Errno,
	type Reply,
	SA_ONSTACK,
	SA_SIGINFO,
	type SystemCall,
} from "../kernel/index.ts";
import {
	createProcessor,
	type Fault,
	type NamedStack,
	type Place,
	type Processor,
	type Snapshot,
} from "../machine/index.ts";
import {
	type Binding,
	bindings,
	errorNumber,
	type Failure,
	HANDLER_RETURN,
	handlerRecords,
	services,
} from "./abi.ts";
import { type Unwritten, unwrittenIn } from "./streams.ts";
import { SIZE } from "./structures.ts";
import { Trapped } from "./trapped.ts";

/** Where a process stands between two steps. */
export type Stand =
	/** Before a statement. */
	| { readonly kind: "statement" }
	/** Inside a statement: a call in it has returned, and the rest is still to be done. The library sets errno only then, after handlers. */
	| {
			readonly kind: "middle";
			readonly errno?: number;
			/** Behind the last byte that write(2) took: the library does not know yet that it is rid of it. */
			readonly written?: number;
	  }
	/** At a system call that is not answered yet. */
	| {
			readonly kind: "call";
			readonly binding: Binding;
			readonly call: SystemCall;
			/** A pointer among its arguments leads nowhere. */
			readonly badAddress: boolean;
			/** It lies beyond all that a process can have: Linux sees that before anything else. */
			readonly beyond: boolean;
	  };

/** Why a task came back from running. */
export type Pause =
	| { readonly kind: "statements" }
	| { readonly kind: "call"; readonly call: SystemCall }
	/** `mask`: as the handler leaves it in its ucontext_t. */
	| { readonly kind: "handler-returned"; readonly mask: readonly number[] }
	| { readonly kind: "fault"; readonly fault: Fault };

/** A task at one moment; nothing in it ever changes. */
export interface TaskSnapshot {
	readonly processor: Snapshot;
	readonly image: Processor["image"];
	readonly stand: Stand;
	readonly interrupted: readonly Interrupted[];
	readonly fault: Fault | null;
	readonly lastPlace: CallPlace | null;
}

interface Interrupted {
	readonly stand: Stand;
	/** The address of the handler's frame. */
	readonly frame: number;
	/** The mask to put back. */
	readonly mask: readonly number[];
	/** The address of what the handler is shown, where it may change the mask; null: it is shown nothing. */
	readonly shown: number | null;
}

/** A place, and the variable that the call made there fills. */
type CallPlace = Place & { readonly variable?: string };

const STATEMENT: Stand = { kind: "statement" };
const MIDDLE: Stand = { kind: "middle" };

export class Task {
	readonly processor: Processor;
	/** Steps that the last `run` took. */
	steps = 0;
	/** How often loops of the library went round in the last `run`. */
	ticks = 0;
	#stand: Stand = MIDDLE;
	/** Where it stood when each running handler began, innermost last. */
	#interrupted: readonly Interrupted[] = [];
	/** The fault it stands at. */
	#fault: Fault | null = null;
	/** The user's line of its last call: where it stands when neither a function of the user's runs nor main has returned. */
	#lastPlace: CallPlace | null = null;
	/** The last snapshot, as long as nothing changed since. */
	#saved: TaskSnapshot | null = null;

	constructor(processor: Processor) {
		this.processor = processor;
	}

	static from(snapshot: TaskSnapshot): Task {
		const task = new Task(createProcessor(snapshot.image, { argv: [], envp: [] }));
		task.restore(snapshot);
		return task;
	}

	get stand(): Stand {
		return this.#stand;
	}

	get fault(): Fault | null {
		return this.#fault;
	}

	/** What its streams still hold. */
	get unwritten(): readonly Unwritten[] {
		return unwrittenIn(this.processor, this.#stand.kind === "middle" ? this.#stand.written : undefined);
	}

	/** The user's line on which it stands. */
	place(): CallPlace | null {
		// At a call it has been looked up already.
		return this.#stand.kind === "call" ? this.#lastPlace : this.#here();
	}

	#here(): CallPlace | null {
		return this.processor.place() ?? this.processor.leftMain() ?? this.#lastPlace;
	}

	/** Takes at most `budget` steps (at least one): statements up to the next system call, fault, or end of a handler. */
	run(budget: number): Pause {
		this.#saved = null;
		this.#fault = null;
		this.#setErrno();
		const begun = this.#stand.kind === "middle" ? 1 : 0;
		let marks = 0;
		this.ticks = 0;
		for (;;) {
			const stop = this.processor.run(budget - begun - marks);
			marks += this.processor.executed;
			this.ticks += this.processor.ticks;
			this.steps = Math.max(1, begun + marks);
			if (stop.kind === "trap") {
				const pause = this.#atTrap(stop.name);
				if (pause !== null) return pause;
			} else if (stop.kind === "statements") {
				this.#stand = STATEMENT;
				return stop;
			} else {
				this.#fault = stop.fault;
				return stop;
			}
		}
	}

	/** Null when the trap was the computer's own business and is answered. */
	#atTrap(name: string): Pause | null {
		if (name === HANDLER_RETURN) {
			const { fp } = this.processor.registers;
			// Handlers that siglongjmp has left are still there.
			const last = this.#interrupted.findLastIndex(({ frame }) => frame === fp);
			const { mask, shown, stand } = this.#interrupted[last] as Interrupted;
			this.processor.resume();
			this.#stand = stand;
			this.#interrupted = this.#interrupted.slice(0, last);
			const left = shown === null ? mask : handlerRecords().mask(this.processor.memory, shown);
			return { kind: "handler-returned", mask: left };
		}
		const trap = new Trapped(this.processor);
		const service = services[name];
		if (service !== undefined) {
			this.processor.finish(service(trap));
			return null;
		}
		const binding = bindings[name];
		if (binding === undefined) return this.#unsupported(name);
		const call = binding.ask(trap);
		this.#lastPlace = this.place();
		const variable = call.name === "pipe" ? this.processor.variableAt(trap.pointer(0), 2 * SIZE.int) : null;
		if (this.#lastPlace !== null && variable !== null) this.#lastPlace = { ...this.#lastPlace, variable };
		this.#stand = { kind: "call", binding, call, badAddress: trap.badAddress, beyond: trap.beyond };
		return { kind: "call", call };
	}

	/** A call of a function that this computer does not have. */
	#unsupported(name: string): Pause {
		const explanation = `'${name}' is not supported on this computer`;
		this.#fault = { kind: "unsupported", address: 0, barrier: null, explanation };
		this.#lastPlace = this.place();
		return { kind: "fault", fault: this.#fault };
	}

	/** The system call returns to the program with a value. */
	succeed(value: number, reply: Reply | null): void {
		const { answer } = this.#binding();
		const written = this.#behindWritten(value);
		const result = answer === undefined ? value : answer(new Trapped(this.processor), value, reply);
		if (typeof result === "object") this.#fail(result);
		else this.#finish(result);
		if (written !== null) this.#stand = { kind: "middle", written };
	}

	#behindWritten(count: number): number | null {
		if (this.#stand.kind !== "call" || this.#stand.call.name !== "write") return null;
		return new Trapped(this.processor).pointer(1) + count;
	}

	/** The system call returns to the program with an error. */
	failWith(errno: Errno, reply: Reply | null): void {
		const { fail } = this.#binding();
		this.#fail(fail?.(new Trapped(this.processor), errno, reply) ?? { result: -1, errno });
	}

	#fail({ errno, result }: Failure): void {
		this.#finish(result);
		if (errno !== null) this.#stand = { kind: "middle", errno: errorNumber(errno) };
	}

	#setErrno(): void {
		const address = this.processor.symbol("errno");
		if (this.#stand.kind !== "middle" || this.#stand.errno === undefined || address === null) return;
		this.processor.memory.setInt32(address, this.#stand.errno);
	}

	/** A copy for the child of fork, to which the call has returned 0. */
	fork(): Task {
		const child = new Task(this.processor.copy());
		child.#stand = this.#stand;
		child.#interrupted = this.#interrupted;
		child.#lastPlace = this.#lastPlace;
		child.succeed(0, null);
		return child;
	}

	/** From now on its memory is what that of `other` is now. */
	takeMemory(other: Task): void {
		this.#saved = null;
		this.processor.memory.restore(other.processor.memory.snapshot());
	}

	/**
	 * Makes a handler run next, above what the process was doing; siginfo_t and ucontext_t lie on the stack. It stands
	 * before the handler's first statement. False: the stack has no room.
	 */
	enterHandler(delivery: Delivery): boolean {
		const { signal, info, handler, flags, mask } = delivery;
		const { processor } = this;
		const { memory, registers } = processor;
		const stack = this.#namedStack();
		const size = SIZE.siginfo + SIZE.context;
		const place = processor.placeForCall(size, (flags & SA_ONSTACK) !== 0 ? stack : null);
		const shown = (flags & SA_SIGINFO) !== 0 ? place : null;
		const hasRoom = memory.writable(place, size);
		if (hasRoom) {
			this.#fault = null;
			// Linux takes the room in any case, and nothing that lay there before is to make two states differ.
			memory.write(place, new Uint8Array(size));
			if (shown !== null) handlerRecords().write(memory, shown, info, { mask, registers, stack });
		}
		const args = shown === null ? [signal] : [signal, shown, shown + SIZE.siginfo];
		processor.call(handler, args, HANDLER_RETURN, place);
		const { fp: frame } = processor.registers;
		this.#interrupted = [...this.#interrupted, { stand: this.#stand, frame, mask, shown }];
		this.#stand = MIDDLE;
		this.#saved = null;
		if (processor.run(0).kind === "statements") this.#stand = STATEMENT;
		return hasRoom;
	}

	/** That of the library's record of sigaltstack: a stack_t, whose size is 0 when none is wished. */
	#namedStack(): NamedStack | null {
		const record = this.processor.symbol("__signal_stack");
		if (record === null) return null;
		const { memory } = this.processor;
		const [start, size] = [memory.getInt64(record), memory.getInt64(record + 16)].map(Number);
		return size ? { start: start!, end: start! + size } : null;
	}

	snapshot(): TaskSnapshot {
		this.#saved ??= {
			processor: this.processor.snapshot(),
			image: this.processor.image,
			stand: this.#stand,
			interrupted: this.#interrupted,
			fault: this.#fault,
			lastPlace: this.#lastPlace,
		};
		return this.#saved;
	}

	restore(snapshot: TaskSnapshot): void {
		if (this.#saved === snapshot) return;
		this.processor.restore(snapshot.processor);
		this.#stand = snapshot.stand;
		this.#interrupted = snapshot.interrupted;
		this.#fault = snapshot.fault;
		this.#lastPlace = snapshot.lastPlace;
		this.#saved = snapshot;
	}

	#binding(): Binding {
		if (this.#stand.kind === "call") return this.#stand.binding;
		return unreachable(this.#stand as never);
	}

	#finish(result: number | bigint): void {
		this.#saved = null;
		this.processor.finish(result);
		this.#stand = MIDDLE;
	}
}
