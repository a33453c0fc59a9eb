// An open file description: what open and pipe make, and where descriptors of several processes meet.
import { usePoint } from "./attention.tsx";
import type { PlugLayout } from "./pictures/layout.ts";
import type { OpenFilePicture } from "./pictures/stage.ts";
import { boxStyle } from "./place.ts";

interface OpenFileProps {
	readonly openFile: OpenFilePicture | undefined;
	readonly layout: PlugLayout;
	readonly lit: boolean;
}

/** A box narrower than this holds a short word only. */
const SLIGHT = 76;
/** A box narrower than this holds one word of four letters: who holds it, the lines show. */
const TINY = 56;
/** A box narrower than this holds no two words beside each other. */
const NARROW = 116;
const SHORT: { readonly [title: string]: string } = { terminal: "tty" };

export function OpenFile({ openFile, layout, lit }: OpenFileProps) {
	const point = usePoint();
	if (openFile === undefined) return null;
	const slight = layout.box.w < SLIGHT;
	const title =
		layout.box.w < NARROW ? openFile.title.replace(/^standard (in|out|err).*/, "std$1") : openFile.title;
	return (
		<div
			className={`plug small${lit ? " lit" : ""}`}
			style={boxStyle(layout.box)}
			onPointerEnter={() => point({ key: layout.key })}
			onPointerLeave={() => point()}
		>
			<p className="title">{slight ? (SHORT[title] ?? title) : title}</p>
			{layout.box.w >= TINY && <p>{held(openFile, slight)}</p>}
			{openFile.offset !== null && <p>offset {openFile.offset}</p>}
		</div>
	);
}

/** By how many descriptors it is held; of one alone, how it was opened. */
function held({ flags, references }: OpenFilePicture, slight: boolean): string | undefined {
	if (references > 1) return `${slight ? "" : "held "}by ${references}`;
	return slight ? flags.split("|")[0]?.replace("O_", "") : flags;
}
