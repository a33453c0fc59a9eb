// A process's letter in its colour.
import type { Identity } from "./pictures/identity.ts";

export function Badge({ identity, small = false }: { identity: Identity; small?: boolean }) {
	return (
		<span className={`badge hue-${identity.hue}${small ? " small" : ""}`} aria-hidden="true">
			{identity.letter}
		</span>
	);
}
