// A sentence in its parts: process names in their colour, C as code.
import type { Sentence } from "../explain/index.ts";
import type { Pid } from "../kernel/index.ts";
import type { Identity } from "./pictures/identity.ts";

interface WordsProps {
	readonly sentence: Sentence;
	readonly identities: ReadonlyMap<Pid, Identity>;
}

export function Words({ sentence, identities }: WordsProps) {
	return sentence.parts.map((part, index) => {
		// A sentence never changes its parts: their order is their identity.
		const key = `${index}`;
		if (part.kind === "code") return <code key={key}>{part.text}</code>;
		if (part.kind === "text") return part.text;
		const hue = identities.get(part.pid)?.hue;
		return (
			<span key={key} className={hue === undefined ? "named" : `named hue-${hue}`}>
				{part.text}
			</span>
		);
	});
}
