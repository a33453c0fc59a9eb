// What the simulated terminals show: taken out as it comes, and then forgotten, however much it is.

import type { Computer } from "../computer/index.ts";

/** Hands over what stands on the terminals, echo included, in its order: for descriptor 1 or 2 of the command. */
export function takePrinted(computer: Computer, sink: (fd: 1 | 2, bytes: Uint8Array) => void): void {
	for (const { name, output } of Object.values(computer.kernel.state.terminals)) {
		for (const { bytes } of output) sink(name === "stderr" ? 2 : 1, bytes);
	}
	computer.forgetOutput();
}
