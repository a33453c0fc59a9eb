// The stage beside the terminals: everything stands close, who has ended steps aside, the source is folded.
import { useState } from "react";
import type { Scene } from "../../session/index.ts";
import type { Room } from "../pictures/layout.ts";
import type { StagePicture } from "../pictures/stage.ts";
import { SourceView } from "../SourceView.tsx";
import type { CloseStage } from "../Stage.tsx";

/** What is there, and no more: beside the terminals nothing is kept for what may come. */
function roomOf({ channels, files, pipes, racks }: StagePicture): Partial<Room> {
	const nothing = channels.length + files.length + pipes.length + racks.length === 0;
	const fifos = pipes.filter(({ fifo }) => fifo !== null).length;
	const shown = nothing ? 1 : pipes.length;
	return { terminal: false, pipes: shown, fifos, racks: racks.length, files: files.length };
}

/** Cards that stand in one row beside a terminal. */
const ROW = 4;

/** At a prompt, who has ended makes room where there are more than a row. */
function aside(picture: StagePicture, scene: Scene): StagePicture {
	if (picture.processes.length <= ROW || !isAtPrompt(scene)) return picture;
	const there = picture.processes.filter(({ phase }) => phase !== "gone" && phase !== "unborn");
	return { ...picture, processes: there };
}

/** Somebody is asked for a line at the terminal at which was logged in last. */
function isAtPrompt({ kernel: { processes, terminals } }: Scene): boolean {
	const last = Object.values(terminals).findLast(({ name }) => name.startsWith("pts/"))?.id;
	return Object.values(processes).some(
		({ wait }) => wait?.on === "terminal-input" && (last === undefined || wait.terminal === last),
	);
}

/** The C that runs, one press away; the summary says where the last step was. */
function FoldedSource({ scene, picture }: { readonly scene: Scene; readonly picture: StagePicture }) {
	const [open, setOpen] = useState(false);
	const place = scene.actor === null ? undefined : scene.places.get(scene.actor);
	return (
		<details className="folded-source" onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary className="button plain">
				Source{place === undefined ? "" : `, at ${place.file}:${place.line}`}
			</summary>
			{open && <SourceView scene={scene} identities={picture.identities} tight />}
		</details>
	);
}

/** Who types looks at the terminal. */
function follows(): boolean {
	return document.activeElement?.id !== "screen-line";
}

export const CLOSE_STAGE: CloseStage = { roomOf, follows, aside, Source: FoldedSource };
