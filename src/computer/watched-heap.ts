// The heap of a program that is watched: its blocks are kept by the memory, with the lines that asked for them.

import { GuardedMemory } from "../machine/compiler.ts";
import { bringServices, type Service } from "./abi.ts";
import type { Trapped } from "./trapped.ts";

function inGuarded(does: (memory: GuardedMemory, trap: Trapped) => number): Service {
	return (trap) => (trap.memory instanceof GuardedMemory ? does(trap.memory, trap) : 0);
}

bringServices({
	__block_new: inGuarded((memory, { processor }) =>
		memory.allocate(processor.argumentSize(0), processor.argumentSize(1), processor),
	),
	__block_free: inGuarded((memory, trap) => {
		memory.release(trap.pointer(0), trap.processor);
		return 0;
	}),
	__block_size: inGuarded((memory, trap) => memory.sizeOf(trap.pointer(0), trap.processor)),
});
