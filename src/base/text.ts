// Text as UTF-8 bytes and back, without a browser or Node at hand.

/** The UTF-8 bytes of a text, without a zero at the end; unpaired surrogates become U+FFFD, as encoders do. */
export function encodeText(text: string): Uint8Array {
	const bytes: number[] = [];
	for (const character of text) {
		const found = character.codePointAt(0)!;
		const code = found >= 0xd800 && found <= 0xdfff ? 0xfffd : found;
		if (code < 0x80) bytes.push(code);
		else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
		else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
		else
			bytes.push(
				0xf0 | (code >> 18),
				0x80 | ((code >> 12) & 63),
				0x80 | ((code >> 6) & 63),
				0x80 | (code & 63),
			);
	}
	return Uint8Array.from(bytes);
}

/** In a C source U+DC00 plus N, half a surrogate pair, is the byte N that is no UTF-8: a literal holds the byte itself. */
export const STRAY_BYTES = 0xdc00;

/** The text of UTF-8 bytes; a byte that fits nowhere becomes U+FFFD, or what `stray` makes of it. */
export function decodeText(bytes: Uint8Array, stray: (byte: number) => string = () => "\ufffd"): string {
	let text = "";
	for (let i = 0; i < bytes.length; ) {
		const first = bytes[i]!;
		const more = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : -1;
		let code = more <= 0 ? first : first & (0x3f >> more);
		let good = more >= 0 && first < 0xf5;
		for (let k = 1; good && k <= more; k++) {
			const next = bytes[i + k];
			if (next === undefined || (next & 0xc0) !== 0x80) good = false;
			else code = (code << 6) | (next & 63);
		}
		text += good && code < 0x110000 ? String.fromCodePoint(code) : stray(first);
		i += good ? more + 1 : 1;
	}
	return text;
}
