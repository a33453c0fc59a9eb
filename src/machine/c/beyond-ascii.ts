// Characters beyond ASCII in a program: the letters of names, and what word processors put in the place of C's own characters.

/** The length in UTF-16 units of the letter of a name at `at` (C11 6.4.2.1, Annex D); 0: there is none. `first`: it begins the name. */
export function letterLength(text: string, at: number, first: boolean): number {
	const character = characterAt(text, at);
	return (first ? /\p{XIDS}/u : /\p{XIDC}/u).test(character) ? character.length : 0;
}

/** A character that no C program has outside strings and comments. */
export interface Foreign {
	readonly length: number;
	/** What C has there, which whoever wrote it meant; empty for what nobody sees, null when that is not known. */
	readonly meant: string | null;
	readonly problem: string;
}

const MEANT: { readonly [characters: string]: string } = {
	"‘’‚‛′": "'",
	"“”„‟«»″": '"',
	"‐‑‒–—―−": "-",
	"…": "...",
	"×": "*",
	"÷": "/",
	"≠": "!=",
	"≤": "<=",
	"≥": ">=",
	"、": ",",
	"。": ".",
	"\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000": " ",
	"\u00ad\u200b\u200c\u200d\u2060\ufeff": "",
};

/** The character at `at`, which is no letter. */
export function foreignAt(text: string, at: number): Foreign {
	const character = characterAt(text, at);
	const code = character.codePointAt(0) ?? 0;
	const named = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
	const meant = meantBy(character, code);
	const { length } = character;
	if (meant === null) return { length, meant, problem: `unexpected character '${character}' (${named})` };
	if (meant.trim() === "") {
		const what = meant === "" ? "invisible character" : "space of another kind";
		return { length, meant, problem: `unexpected ${what} (${named})` };
	}
	const quoted = meant === "'" ? `"'"` : `'${meant}'`;
	return { length, meant, problem: `unexpected character '${character}' (${named}): C has ${quoted} there` };
}

function meantBy(character: string, code: number): string | null {
	// The forms of ASCII that are as wide as a Chinese character.
	if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0);
	return Object.entries(MEANT).find(([characters]) => characters.includes(character))?.[1] ?? null;
}

function characterAt(text: string, at: number): string {
	return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
