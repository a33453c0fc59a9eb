// Random bytes: /dev/random, /dev/urandom and getrandom(2). The same seed gives the same ones in every run. See random(4).
import { draw, nextSeed } from "../base/index.ts";
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { Named } from "./system-calls.ts";

function randomBytes({ journal, state }: Kernel, size: number): Uint8Array {
	const bytes = new Uint8Array(size);
	let { chance } = state;
	for (let i = 0; i < size; i++) {
		chance = nextSeed(chance);
		bytes[i] = draw(chance, 256);
	}
	if (size > 0) journal.set(state, "chance", chance);
	return bytes;
}

/** A read of /dev/random or /dev/urandom, neither of which ever lets one wait here. */
export function readRandom(kernel: Kernel, size: number): Outcome {
	const bytes = randomBytes(kernel, size);
	return done("device.random.read", size, { kind: "bytes", bytes });
}

const FLAGS = C.GRND_NONBLOCK | C.GRND_RANDOM | C.GRND_INSECURE;
/** As much as one read or one call gives. */
const MOST_BYTES = 1_048_576;

export function getrandom(kernel: Kernel, { count, flags }: Named<"getrandom">): Outcome {
	const both = C.GRND_RANDOM | C.GRND_INSECURE;
	if ((flags & ~FLAGS) !== 0 || (flags & both) === both) return failed("random.get.bad-flags", "EINVAL");
	const size = Math.min(count, MOST_BYTES);
	return done("random.get.told", size, { kind: "bytes", bytes: randomBytes(kernel, size) });
}
