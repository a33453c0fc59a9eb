// A line of C in its coloured words.
import type { Token } from "./pictures/source.ts";

export function CodeWords({ tokens }: { tokens: readonly Token[] }) {
	if (tokens.length === 0) return "\u200b";
	return tokens.map((token, index) =>
		token.kind === "plain" ? (
			token.text
		) : (
			// biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a line never change
			<span key={index} className={`word-${token.kind}`}>
				{token.text}
			</span>
		),
	);
}
