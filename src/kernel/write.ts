// Bytes written to whatever an open file description leads to.

import { badDescriptor } from "./descriptors.ts";
import { writeDevice, writeFile } from "./file-io.ts";
import type { Kernel } from "./kernel.ts";
import { late } from "./late.ts";
import { failed, type Outcome } from "./outcome.ts";
import { writePipe } from "./pipe.ts";
import type { OpenFile, Pipe, Process, RegularFile } from "./state.ts";
import { writeTerminal } from "./terminal.ts";

/** write(2) through a description that may be written; in a file at `at`, or at the description's offset when that is null.
 * `counted`: how much the program wants written, in digits, when its memory has only `bytes` there. */
export function writeTo(
	kernel: Kernel,
	process: Process,
	fd: number,
	to: OpenFile,
	bytes: Uint8Array,
	at: number | null,
	counted?: string,
): Outcome {
	const { object } = to;
	switch (object.kind) {
		case "pipe":
			return writePipe(kernel, process, to, kernel.state.pipes[object.id] as Pipe, bytes);
		case "file":
			return writeFile(kernel, process, to, kernel.state.files[object.id] as RegularFile, bytes, at);
		case "terminal":
			return writeTerminal(kernel, process, fd, object.id, bytes);
		case "device":
			return writeDevice(object.name, bytes.length);
		case "handle":
			return failed("process.handle.no-bytes", "EINVAL");
		case "queue":
			return failed("queue.status.read-only", "EINVAL");
		case "socket":
			return late().writeSocket(kernel, process, to, counted === undefined ? { bytes } : { bytes, counted });
		case "directory":
			return badDescriptor();
	}
}
