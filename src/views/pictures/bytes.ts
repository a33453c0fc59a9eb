// Bytes and sizes as text: characters where they can be printed, escapes or hexadecimal where not.

const ESCAPES: { readonly [byte: number]: string } = {
	0: "\\0",
	7: "\\a",
	8: "\\b",
	9: "\\t",
	10: "\\n",
	13: "\\r",
	27: "\\e",
	32: "␣",
};

/** What stands in one byte's cell: `k`, `\n`, `␣` for a space, or `9f`. */
export function byteLabel(byte: number): string {
	const known = ESCAPES[byte];
	if (known !== undefined) return known;
	return byte > 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(16).padStart(2, "0");
}

/** `1 byte`, `65 536 bytes`: thin spaces between thousands, as a book sets them. */
export function byteCount(count: number): string {
	return `${grouped(count)} ${count === 1 ? "byte" : "bytes"}`;
}

export function grouped(count: number): string {
	const digits = String(Math.abs(count));
	if (digits.length <= 4) return String(count);
	return (count < 0 ? "−" : "") + digits.replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

const decoder = new TextDecoder();

/** Output as a person would see it; bytes that are no UTF-8 show as the replacement character. */
export function decoded(bytes: Uint8Array): string {
	return decoder.decode(bytes);
}
