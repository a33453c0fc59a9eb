// At most three settings of the lesson; turning one runs the program anew.
import { useId } from "react";
import type { Knob } from "../lessons/index.ts";
import { useActions, useSession } from "./session-context.tsx";

export function KnobPanel({ names }: { names: readonly string[] }) {
	const knobs = useSession((state) => state.lesson?.knobs) ?? [];
	const values = useSession((state) => state.knobs);
	/** A question's run is shown: what is pressed, the present choice too, leads to the lesson's own. */
	const elsewhere = useSession((state) => state.run !== null);
	const { resetKnobs } = useActions();
	const shown = knobs.filter(({ name }) => names.includes(name));
	const turned = shown.some(({ name, start }) => (values[name] ?? start) !== start);
	if (shown.length === 0) return null;
	return (
		<div className="knobs">
			{shown.map((knob) => (
				<OneKnob key={knob.name} knob={knob} value={values[knob.name] ?? knob.start} elsewhere={elsewhere} />
			))}
			<button type="button" className="button plain" onClick={resetKnobs} disabled={!turned && !elsewhere}>
				As the lesson has it
			</button>
		</div>
	);
}

interface OneKnobProps {
	readonly knob: Knob;
	readonly value: string;
	readonly elsewhere: boolean;
}

function OneKnob({ knob, value, elsewhere }: OneKnobProps) {
	const { setKnob } = useActions();
	/** The same knob may stand in two places of a lesson, and radio buttons of one name exclude each other. */
	const group = useId();
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
