// Going on to where it matters: the next breakpoint, the next line, past a call, out of a function.
import type { Goal } from "../../session/playground.ts";
import { useSession } from "../session-context.tsx";

/** System calls that a run can stop at. */
const CALLS = [
	"fork",
	"execve",
	"wait4",
	"exit",
	"pipe",
	"read",
	"write",
	"open",
	"close",
	"dup2",
	"kill",
	"pause",
	"poll",
];

interface DebugControlsProps {
	/** `main.c:12` */
	readonly lines: readonly string[];
	readonly calls: readonly string[];
	readonly onCalls: (calls: readonly string[]) => void;
	readonly search: (goal: Goal) => void;
}

export function DebugControls({ lines, calls, onCalls, search }: DebugControlsProps) {
	const scene = useSession((state) => state.scene);
	const choices = useSession((state) => state.choices);
	const ended = useSession(
		({ history, scene }) => (history?.complete ?? false) && (scene?.step ?? 0) >= (history?.length ?? 0),
	);
	const member =
		scene?.cast.find(({ pid }) => pid === scene.actor) ?? scene?.cast.find(({ pid }) => pid === choices[0]);
	const lives = member !== undefined && scene?.kernel.processes[member.pid]?.state !== undefined;
	const able = lives && !ended;
	const count = lines.length + calls.length;
	const leave = (kind: "into" | "over" | "out"): void => {
		if (able) search({ kind, pid: member.pid });
	};
	return (
		<div className="debug">
			<fieldset className="buttons" aria-label={member === undefined ? "One process" : `Only ${member.name}`}>
				<button type="button" className="button" aria-disabled={!able} onClick={() => leave("over")}>
					Step over
				</button>
				<button type="button" className="button" aria-disabled={!able} onClick={() => leave("into")}>
					Into
				</button>
				<button type="button" className="button" aria-disabled={!able} onClick={() => leave("out")}>
					Out
				</button>
			</fieldset>
			<button
				type="button"
				className="button"
				aria-disabled={count === 0 || ended}
				onClick={() => count > 0 && !ended && search({ kind: "reach", lines, calls })}
			>
				To the next breakpoint
			</button>
			<details className="stops">
				<summary className="button plain">
					Stop at calls{calls.length > 0 ? `: ${calls.join(", ")}` : ""}
				</summary>
				<fieldset aria-label="System calls to stop at">
					{CALLS.map((name) => (
						<label key={name}>
							<input
								type="checkbox"
								checked={calls.includes(name)}
								onChange={() =>
									onCalls(calls.includes(name) ? calls.filter((one) => one !== name) : [...calls, name])
								}
							/>
							<code>{name}</code>
						</label>
					))}
				</fieldset>
			</details>
		</div>
	);
}
