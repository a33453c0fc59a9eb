// The ABI of what few programs do with descriptors: several buffers at once, bytes moved from one to the other, locks of whole files.
import type { Named, Reply } from "../kernel/index.ts";
import type { Binding } from "./abi.ts";
import { IOV_MAX, SIZE } from "./structures.ts";
import type { Trapped } from "./trapped.ts";

/** The off_t that an argument points to; null when it points to none. */
function offsetAt(trap: Trapped, index: number): number | null {
	const address = trap.output(index, SIZE.long, "optional");
	return address === 0 ? null : Number(trap.memory.getInt64(address) ?? 0n);
}

function moveOffset(trap: Trapped, index: number, by: number): void {
	const address = trap.pointer(index);
	if (address !== 0) trap.memory.setInt64(address, (trap.memory.getInt64(address) ?? 0n) + BigInt(by));
}

function iovecs(trap: Trapped): { address: number; length: number }[] {
	const count = Math.min(IOV_MAX, Math.max(0, trap.int(2)));
	const start = trap.input(1, count * SIZE.iovec);
	return Array.from({ length: trap.badAddress ? 0 : count }, (_, i) => ({
		address: Number(BigInt.asUintN(32, trap.memory.getInt64(start + i * SIZE.iovec) ?? 0n)),
		length: Number(trap.memory.getInt64(start + i * SIZE.iovec + SIZE.long) ?? 0n),
	}));
}

/** Lengths that are negative, or too many buffers: EINVAL, whatever the addresses. */
function badVectors(trap: Trapped): boolean {
	const many = trap.int(2);
	return many < 0 || many > IOV_MAX || iovecs(trap).some(({ length }) => length < 0);
}

function askWritev(trap: Trapped): Named<"write"> {
	if (badVectors(trap)) return { name: "write", fd: trap.int(0), bytes: new Uint8Array(0), badCount: true };
	const parts = iovecs(trap).map(({ address, length }) => {
		const bytes = trap.memory.read(address, length);
		if (bytes === null) trap.badAddress = true;
		return bytes ?? new Uint8Array(0);
	});
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let end = 0;
	for (const part of parts) {
		bytes.set(part, end);
		end += part.length;
	}
	return { name: "write", fd: trap.int(0), bytes, pieces: parts.map(({ length }) => length) };
}

function askReadv(trap: Trapped): Named<"read"> {
	if (badVectors(trap)) return { name: "read", fd: trap.int(0), count: -1 };
	const vectors = iovecs(trap);
	if (vectors.some(({ address, length }) => !trap.memory.writable(address, length))) trap.badAddress = true;
	const pieces = vectors.map(({ length }) => length);
	return { name: "read", fd: trap.int(0), count: pieces.reduce((sum, length) => sum + length, 0), pieces };
}

function storeVectors(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "bytes") return value;
	let start = 0;
	for (const { address, length } of iovecs(trap)) {
		trap.memory.write(address, reply.bytes.subarray(start, start + length));
		start += length;
	}
	return value;
}

/** See readv(2), splice(2), sendfile(2), flock(2). */
export const descriptorBindings: { readonly [name: string]: Binding } = {
	readv: { ask: askReadv, answer: storeVectors },
	writev: { ask: askWritev },
	preadv: {
		ask: (trap) => ({ ...askReadv(trap), name: "pread", offset: trap.long(3) }),
		answer: storeVectors,
	},
	pwritev: { ask: (trap) => ({ ...askWritev(trap), name: "pwrite", offset: trap.long(3) }) },
	splice: {
		ask: (trap) => ({
			name: "splice",
			from: trap.int(0),
			fromOffset: offsetAt(trap, 1),
			to: trap.int(2),
			toOffset: offsetAt(trap, 3),
			count: trap.size(4),
			flags: trap.unsigned(5),
		}),
		answer: (trap, value) => {
			for (const index of [1, 3]) moveOffset(trap, index, value);
			return value;
		},
	},
	tee: {
		ask: (trap) => {
			const [from, to] = [trap.int(0), trap.int(1)];
			const count = trap.size(2);
			return { name: "tee", from, to, fromOffset: null, toOffset: null, count, flags: trap.unsigned(3) };
		},
	},
	sendfile: {
		ask: (trap) => {
			const [to, from] = [trap.int(0), trap.int(1)];
			return { name: "sendfile", from, to, offset: offsetAt(trap, 2), count: trap.size(3) };
		},
		answer: (trap, value) => {
			moveOffset(trap, 2, value);
			return value;
		},
	},
	flock: { ask: (trap) => ({ name: "flock", fd: trap.int(0), operation: trap.int(1) }) },
};
