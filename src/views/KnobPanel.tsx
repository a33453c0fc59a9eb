// At most three settings of the lesson; turning one runs the program anew.
import { useEffect, useState } from "react";
import "./css/knobs.css";
import type { Knob } from "../lessons/index.ts";
import type { SessionState } from "../session/index.ts";
import { useActions, useSession } from "./session-context.tsx";

export function KnobPanel({ names }: { names: readonly string[] }) {
	const knobs = useSession((state) => state.lesson?.knobs) ?? [];
	const values = useSession((state) => state.knobs);
	/** A question's run is shown: what is pressed, the present choice too, leads to the lesson's own. */
	const elsewhere = useSession((state) => state.run !== null);
	const { resetKnobs } = useActions();
	const shown = knobs.filter(({ name }) => names.includes(name));
	const turned = shown.some(({ name, start }) => (values[name] ?? start) !== start);
	const outcomes = useOutcomes(names);
	if (shown.length === 0) return null;
	return (
		<div className="knobs">
			{shown.map((knob) => (
				<OneKnob
					key={knob.name}
					group={`${names.join(" ")}/${knob.name}`}
					knob={knob}
					value={values[knob.name] ?? knob.start}
					elsewhere={elsewhere}
				/>
			))}
			<button type="button" className="button plain" onClick={resetKnobs} disabled={!turned && !elsewhere}>
				As the lesson has it
			</button>
			{outcomes.length > 0 && (
				<dl className="outcomes" aria-live="polite" aria-label="What came of each setting">
					{outcomes.map(({ setting, came }) => (
						<div key={setting}>
							<dt>{setting}</dt>
							<dd>{came}</dd>
						</div>
					))}
				</dl>
			)}
		</div>
	);
}

interface Outcome {
	/** `The name is open: for all, to write (622); mal: reads` */
	readonly setting: string;
	/** `It printed “ann 5”. mal ended with status 1.` */
	readonly came: string;
}

/** What came of each setting that was turned to here, in the order of the turns. */
function useOutcomes(names: readonly string[]): readonly Outcome[] {
	const now = useSession((state) => outcomeOf(state, names));
	const [all, keep] = useState<readonly string[]>([]);
	useEffect(() => {
		if (now === null) return;
		const same = (one: string): boolean => one.split("\n", 1)[0] === now.split("\n", 1)[0];
		keep((before) => (before.some(same) ? before.map((one) => (same(one) ? now : one)) : [...before, now]));
	}, [now]);
	return all.map((one) => {
		const [setting = "", came = ""] = one.split("\n", 2);
		return { setting, came };
	});
}

/** Setting and outcome, a line each, at the end of a run; null before it, and where another run is shown. */
function outcomeOf({ lesson, knobs, run, scene }: SessionState, names: readonly string[]): string | null {
	if (lesson === null || run !== null || scene?.ending == null) return null;
	const setting = lesson.knobs
		.filter(({ name, start }) => names.includes(name) || (knobs[name] ?? start) !== start)
		.map(({ choices, label, name, start }) => {
			const value = knobs[name] ?? start;
			return `${label}: ${choices.find((choice) => choice.value === value)?.label ?? value}`;
		})
		.join("; ");
	const bytes = Object.values(scene.kernel.terminals).flatMap(({ output }) =>
		output.flatMap((one) => [...one.bytes]),
	);
	const text = new TextDecoder()
		.decode(Uint8Array.from(bytes))
		.trim()
		.replace(/\s*\n\s*/g, " / ");
	const printed =
		text === ""
			? "Nothing was printed."
			: `It printed “${text.length > MOST ? `${text.slice(0, MOST)}…` : text}”.`;
	// Whoever ended otherwise than with 0 was refused something, or killed.
	const ends = scene.cast.flatMap(({ end, name }) =>
		end === null || / 0$/.test(end) ? [] : ` ${name} ${end}.`,
	);
	return `${setting}\n${printed}${ends.join("")}${ENDINGS[scene.ending.kind]}`;
}

/** Letters of what was printed that are shown. */
const MOST = 160;

/** What is to be said besides what was printed. */
const ENDINGS = {
	exited: "",
	killed: "",
	stuck: " Then nothing could ever happen again.",
	limit: " It was stopped after very many steps.",
} as const;

interface OneKnobProps {
	/** The same knob may stand in two places of a lesson, and radio buttons of one name exclude each other. */
	readonly group: string;
	readonly knob: Knob;
	readonly value: string;
	readonly elsewhere: boolean;
}

function OneKnob({ group, knob, value, elsewhere }: OneKnobProps) {
	const { setKnob } = useActions();
	return (
		<fieldset className="knob">
			<legend>{knob.label}</legend>
			<div className="segments">
				{knob.choices.map((choice, index) => (
					<label key={choice.value}>
						<input
							type="radio"
							name={group}
							checked={choice.value === value}
							onChange={() => setKnob(knob.name, choice.value)}
							onClick={() => {
								if (elsewhere && choice.value === value) setKnob(knob.name, value);
							}}
						/>
						{choice.label}
						{knob.unit !== null && index === knob.choices.length - 1 && ` ${knob.unit}`}
					</label>
				))}
			</div>
		</fieldset>
	);
}
