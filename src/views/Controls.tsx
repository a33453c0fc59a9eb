// The controls of time: step, play, jump, and who runs next. When they are stopped, they say why.
import { memo } from "react";
import type { Unit } from "../session/index.ts";
import { Icon } from "./Icon.tsx";
import { RunMenu } from "./RunMenu.tsx";
import { forgetPlace } from "./reading-place.ts";
import { useActions, useSession } from "./session-context.tsx";

const UNITS: readonly { readonly unit: Unit; readonly label: string }[] = [
	{ unit: "event", label: "event" },
	{ unit: "line", label: "line of C" },
	{ unit: "step", label: "machine step" },
];
const SPEEDS = [0.5, 1, 2, 4, 16];

/** Takes no properties: steps in the middle of a run change nothing here. */
export const Controls = memo(function Controls() {
	const actions = useActions();
	const playing = useSession((state) => state.playing);
	const held = useSession((state) => state.held);
	const gate = useSession((state) => state.gate);
	const atStart = useSession((state) => (state.scene?.step ?? 0) === 0);
	const ended = useSession(
		({ history, scene }) => history?.complete === true && (scene?.step ?? 0) >= history.length,
	);
	return (
		<div className="controls">
			<fieldset className="buttons" aria-label="Move in time">
				<button
					type="button"
					className="button"
					onClick={actions.first}
					disabled={atStart}
					aria-label="First"
				>
					<Icon name="first" />
				</button>
				<button type="button" className="button" onClick={() => actions.back()} disabled={atStart}>
					<Icon name="back" />
					Back
				</button>
				<button
					type="button"
					className="button main"
					onClick={() => actions.forward()}
					aria-disabled={held || ended}
					aria-describedby={held ? "held" : undefined}
				>
					Step
					<Icon name="forward" />
				</button>
				<button
					type="button"
					className="button play"
					onClick={playing ? actions.pause : actions.play}
					aria-disabled={!playing && (held || ended)}
				>
					<Icon name={playing ? "pause" : "play"} />
					{playing ? "Pause" : "Play"}
				</button>
				<button
					type="button"
					className="button"
					onClick={actions.last}
					aria-disabled={held || ended}
					aria-label={gate === null ? "Last" : "To the next question"}
				>
					<Icon name="last" />
				</button>
			</fieldset>
			{held && gate !== null ? (
				<Held question={gate.question} />
			) : (
				<>
					<RunMenu />
					<Paces />
				</>
			)}
		</div>
	);
});

/** What a step is, and how fast they follow each other. */
function Paces() {
	const actions = useActions();
	const unit = useSession((state) => state.unit);
	const speed = useSession((state) => state.speed);
	return (
		<div className="paces">
			<label>
				<span>by</span>
				<select
					value={unit}
					onChange={(event) => actions.setUnit(event.target.value as Unit)}
					aria-label="Step by"
				>
					{UNITS.map((each) => (
						<option key={each.unit} value={each.unit}>
							{each.label}
						</option>
					))}
				</select>
			</label>
			<label>
				<select
					value={speed}
					onChange={(event) => actions.setSpeed(Number(event.target.value))}
					aria-label="Speed of playing"
				>
					{SPEEDS.map((each) => (
						<option key={each} value={each}>
							{each === 0.5 ? "½" : each}×
						</option>
					))}
				</select>
			</label>
		</div>
	);
}

/** Why the run does not go on, and the way to what lets it. */
function Held({ question }: { question: string }) {
	return (
		<p className="held" id="held">
			<span>The clock stands still until you have answered.</span>
			<button type="button" className="link" onClick={() => focusQuestion(question)}>
				Go to the question
			</button>
		</p>
	);
}

export function focusQuestion(id: string): void {
	// An earlier question may still keep this one's text away.
	const card = document.getElementById(`question-${id}`) ?? document.querySelector("section.task:has(form)");
	forgetPlace();
	card?.scrollIntoView({ block: "center" });
	card?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
}
