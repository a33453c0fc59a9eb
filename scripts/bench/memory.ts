// The bytes that this process uses, after everything unused has been swept up.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const sweep = runInNewContext("gc") as () => void;

/** Objects and buffers together. */
export function bytesInUse(): number {
	sweep();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}
