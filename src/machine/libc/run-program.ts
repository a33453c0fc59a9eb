// For tests: compiles a C program and runs it with the few answers that the library's own functions need: bytes out and
// in, the heap, a clock. Everything else fails with ENOSYS.

import { decodeText, formatDiagnostic } from "../../base/index.ts";
import "../further.ts";
import { compile } from "../code/compile.ts";
import { createProcessor, type Processor } from "../vm/processor.ts";

export interface Surroundings {
	readonly args?: readonly string[];
	readonly env?: readonly string[];
	readonly stdin?: string;
	/** Whether descriptors 0 and 1 are a terminal. */
	readonly terminal?: boolean;
}

export interface Ran {
	/** What was written to each descriptor, and each write by itself. */
	readonly stdout: string;
	readonly stderr: string;
	readonly writes: readonly string[];
	readonly status: number | null;
	/** How it ended when not by _exit. */
	readonly end: string | null;
	/** The names of what was linked. */
	readonly functions: readonly string[];
}

const ENOTTY = 25;
const S_IFCHR = 0o20000;
const S_IFIFO = 0o10000;
/** makedev(136, 0) */
const TERMINAL = 0x8800;
const ESPIPE = 29;
const EINVAL = 22;
const ENOSYS = 38;
const BUDGET = 50_000_000;

/** The program's diagnostics make the test fail. */
export function runProgram(text: string, surroundings: Surroundings = {}): Ran {
	const file = { path: "program.c", text };
	const { image, diagnostics } = compile([file], { name: "program" });
	if (image === null) throw new Error(diagnostics.map((d) => formatDiagnostic(d, () => text)).join("\n"));
	const processor = createProcessor(image, {
		argv: ["program", ...(surroundings.args ?? [])],
		envp: [...(surroundings.env ?? [])],
	});
	return new Run(processor, surroundings).toEnd();
}

class Run {
	readonly #processor: Processor;
	readonly #terminal: boolean;
	readonly #stdin: Uint8Array;
	#taken = 0;
	readonly #written = ["", "", ""];
	readonly #writes: string[] = [];

	constructor(processor: Processor, { stdin = "", terminal = false }: Surroundings) {
		this.#processor = processor;
		this.#terminal = terminal;
		this.#stdin = Uint8Array.from(stdin, (letter) => letter.charCodeAt(0));
	}

	toEnd(): Ran {
		for (;;) {
			const stop = this.#processor.run(BUDGET);
			if (stop.kind === "fault") return this.#ran(null, stop.fault.explanation);
			if (stop.kind === "statements") return this.#ran(null, "too long");
			if (stop.name === "_exit") return this.#ran(this.#processor.argument(0) & 255, null);
			if (stop.name === "raise") return this.#ran(null, `signal ${this.#processor.argument(0)}`);
			this.#answer(stop.name);
		}
	}

	#ran(status: number | null, end: string | null): Ran {
		const [, stdout, stderr] = this.#written;
		const functions = this.#processor.image.functions.map(({ name }) => name).sort();
		return { stdout: stdout!, stderr: stderr!, writes: this.#writes, status, end, functions };
	}

	#answer(name: string): void {
		const result = this.#result(name);
		if (typeof result === "number") {
			this.#processor.finish(result);
			return;
		}
		const errno = this.#processor.symbol("errno");
		if (errno !== null) this.#processor.memory.setInt32(errno, result.errno);
		this.#processor.finish(-1);
	}

	#result(name: string): number | { readonly errno: number } {
		const p = this.#processor;
		switch (name) {
			case "write":
				return this.#write(p.argument(0), p.argumentAddress(1), p.argument(2));
			case "read":
				return this.#read(p.argumentAddress(1), p.argument(2));
			case "ioctl":
				return this.#terminal ? 0 : { errno: ENOTTY };
			case "fstat":
				p.memory.setInt32(p.argumentAddress(1) + 24, this.#terminal ? S_IFCHR : S_IFIFO);
				p.memory.setInt64(p.argumentAddress(1) + 40, this.#terminal ? TERMINAL : 0);
				p.memory.setInt64(p.argumentAddress(1) + 56, this.#terminal ? 1024 : 4096);
				return 0;
			case "lseek":
				return { errno: ESPIPE };
			case "sigprocmask":
			case "sigaction":
			case "__uname":
			case "__statfs":
			case "__fstatfs":
				return 0;
			case "getrandom": {
				if (p.argument(2) > 7) return { errno: EINVAL };
				const bytes = Uint8Array.from({ length: p.argument(1) }, (_, i) => (i * 167 + 13) & 255);
				p.memory.write(p.argumentAddress(0), bytes);
				return bytes.length;
			}
			case "clock_gettime":
				p.memory.setInt64(p.argumentAddress(1), 1_000_000_000n);
				p.memory.setInt64(p.argumentAddress(1) + 8, 0n);
				return 0;
			case "__brk":
				if (p.argumentAddress(0) !== 0) p.memory.setBreak(p.argumentAddress(0));
				return p.memory.heapEnd;
			default:
				return { errno: ENOSYS };
		}
	}

	#write(fd: number, address: number, length: number): number {
		const text = decodeText(this.#processor.memory.read(address, length)!);
		this.#written[fd] += text;
		this.#writes.push(text);
		return length;
	}

	/** A terminal gives a line at a time. */
	#read(address: number, room: number): number {
		const newline = this.#stdin.indexOf(10, this.#taken);
		const line = newline < 0 ? this.#stdin.length : newline + 1;
		const end = Math.min(this.#taken + room, this.#terminal ? line : this.#stdin.length);
		const bytes = this.#stdin.subarray(this.#taken, end);
		this.#processor.memory.write(address, bytes);
		this.#taken = end;
		return bytes.length;
	}
}
