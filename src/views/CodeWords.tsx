// A line of C in its coloured words.
import type { ReactNode } from "react";
import type { Token } from "./pictures/source.ts";

export function CodeWords({ tokens }: { tokens: readonly Token[] }) {
	if (tokens.length === 0) return "\u200b";
	return tokens.map((token, index) =>
		token.kind === "plain" ? (
			breakable(token.text)
		) : (
			// biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a line never change
			<span key={index} className={`word-${token.kind}`}>
				{token.text}
			</span>
		),
	);
}

/** A line that is too long may go on below after any bracket that opens. */
function breakable(text: string): ReactNode {
	// biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a line never change
	return text.split(/(?<=\()/).map((part, index) => (index === 0 ? part : [<wbr key={index} />, part]));
}
