// A question before its answer can be seen: a choice, how sure one is, then the run, and what speaks to the choice made.
import { useEffect, useMemo, useRef, useState } from "react";
import type { Choice, Predict } from "../lessons/index.ts";
import type { Answer } from "../session/index.ts";
import { Icon } from "./Icon.tsx";
import { ProseBlock } from "./ProseBlock.tsx";
import { shuffled } from "./pictures/shuffle.ts";
import { RuleBox } from "./RuleBox.tsx";
import { watchFrom } from "./reading-place.ts";
import { useActions, useSession } from "./session-context.tsx";

const KINDS = {
	recall: "From an earlier lesson",
	key: "What will happen?",
	twin: "Once more, in another case",
} as const;

export function PredictCard({ predict }: { predict: Predict }) {
	const lesson = useSession((state) => state.lesson?.id ?? "");
	const answer = useSession((state) => state.progress.lessons[lesson]?.answers[predict.id]);
	const { commit: committed } = useActions();
	const [fresh, freshen] = useState(false);
	const commit = (given: Given): void => {
		freshen(true);
		committed(predict.id, given);
	};
	return (
		<section className="task" id={`question-${predict.id}`} aria-labelledby={`asked-${predict.id}`}>
			<p className="kind">{KINDS[predict.role]}</p>
			<div className="question" id={`asked-${predict.id}`}>
				<ProseBlock html={predict.question} inline />
			</div>
			{predict.variant !== null && (answer !== undefined || !predict.covered) && <OwnRun id={predict.id} />}
			{answer === undefined ? (
				<Asking predict={predict} commit={commit} />
			) : (
				<Settled predict={predict} answer={answer} fresh={fresh} />
			)}
		</section>
	);
}

/** A question about another program or other settings, or an exercise that was tried: its run is shown when asked for. */
export function OwnRun({ id }: { id: string }) {
	const shown = useSession((state) => state.run === id);
	const { showRun } = useActions();
	return (
		<p className="own-run">
			<button
				type="button"
				className="button"
				onClick={(event) => {
					showRun(shown ? null : id);
					watchFrom(event.currentTarget.parentElement);
				}}
			>
				{shown ? BACK : "Show this program"}
			</button>
		</p>
	);
}

/** Says the button that leads from another run to the lesson's own. */
export const BACK = "Back to the lesson’s program";

export interface Given {
	readonly choice: number | null;
	readonly number: number | null;
	readonly sure: boolean;
}

interface AskingProps {
	readonly predict: Predict;
	readonly commit: (given: Given) => void;
	/** What the button says. */
	readonly label?: string;
}

/** The choices or the box for a number, how sure one is, and the button. */
export function Asking({ predict, commit, label = "Commit and watch" }: AskingProps) {
	const [choice, setChoice] = useState<number | null>(null);
	const [typed, setTyped] = useState("");
	const [sure, setSure] = useState<boolean | null>(null);
	const order = useOrder(predict);
	const number = predict.number === null || typed.trim() === "" ? null : Number(typed);
	const chosen = predict.number === null ? choice !== null : number !== null && Number.isFinite(number);
	const ready = chosen && sure !== null;
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				const typedOne = predict.choices.findIndex(({ html }) => html === `${number}`);
				if (ready) commit({ choice: choice ?? (typedOne < 0 ? null : typedOne), number, sure });
			}}
		>
			{predict.number === null ? (
				<fieldset className="choices" aria-labelledby={`asked-${predict.id}`}>
					{order.map((index) => (
						<label key={index} className="choice">
							<input
								type="radio"
								name={predict.id}
								checked={choice === index}
								onChange={() => setChoice(index)}
							/>
							<ProseBlock html={(predict.choices[index] as Choice).html} inline />
						</label>
					))}
				</fieldset>
			) : (
				<label className="typed-number">
					<input
						type="text"
						inputMode="numeric"
						autoComplete="off"
						value={typed}
						onChange={(event) => setTyped(event.target.value)}
						aria-labelledby={`asked-${predict.id}`}
					/>
					{predict.number.unit}
				</label>
			)}
			<div className="commit">
				<fieldset className="segments">
					<legend className="unseen">How sure are you?</legend>
					<Segment name={predict.id} label="Sure" on={sure === true} choose={() => setSure(true)} />
					<Segment name={predict.id} label="A guess" on={sure === false} choose={() => setSure(false)} />
				</fieldset>
				<button type="submit" className="button main" disabled={!ready}>
					{label}
				</button>
			</div>
		</form>
	);
}

interface SegmentProps {
	readonly name: string;
	readonly label: string;
	readonly on: boolean;
	readonly choose: () => void;
}

function Segment({ name, label, on, choose }: SegmentProps) {
	return (
		<label>
			<input type="radio" name={`${name} sure`} checked={on} onChange={choose} />
			{label}
		</label>
	);
}

function useOrder(predict: Predict): readonly number[] {
	return useMemo(
		() =>
			predict.ordered
				? predict.choices.map((_, index) => index)
				: shuffled(predict.choices.length, predict.id),
		[predict],
	);
}

interface SettledProps {
	readonly predict: Predict;
	readonly answer: Answer;
	/** Answered a moment ago: the form is gone, and what it had of the reader's attention comes here. */
	readonly fresh: boolean;
}

/** The answer, what speaks to it, and why the others do not hold. */
export function Settled({ predict, answer, fresh }: SettledProps) {
	const said = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (!fresh) return;
		said.current?.focus({ preventScroll: true });
		watchFrom(said.current);
	}, [fresh]);
	const order = useOrder(predict);
	const { right, sure } = answer;
	const chosen = answer.choice === null ? undefined : predict.choices[answer.choice];
	const others = order.filter((index) => index !== answer.choice && predict.choices[index]?.feedback !== "");
	return (
		<>
			<ul className="choices settled-choices">
				{order.map((index) => (
					<SettledChoice
						key={index}
						choice={predict.choices[index] as Choice}
						chosen={index === answer.choice}
						right={predict.choices[index]?.right ?? false}
					/>
				))}
			</ul>
			<div className="answer" ref={said} tabIndex={-1}>
				<p className="head">{headline(predict, answer)}</p>
				{!right && chosen !== undefined && chosen.feedback !== "" && <ProseBlock html={chosen.feedback} />}
				<ProseBlock html={predict.because} />
				{!right && sure && predict.rule !== null && <RuleBox rule={predict.rule} />}
			</div>
			{others.length > 0 && (
				<details className="others">
					<summary>Why not the others?</summary>
					{others.map((index) => (
						<div key={index} className="block">
							<ProseBlock html={(predict.choices[index] as Choice).html} inline />
							<ProseBlock html={(predict.choices[index] as Choice).feedback} />
						</div>
					))}
				</details>
			)}
		</>
	);
}

function headline(predict: Predict, { right, sure, number }: Answer): string {
	const value = predict.number === null ? "" : ` ${predict.number.value} ${predict.number.unit}.`;
	const said = number === null ? "" : ` You said ${number}.`;
	if (right) return sure ? `Right.${value}` : `Right, though you called it a guess.${value}`;
	return sure ? `No, though you were sure.${said}${value}` : `No.${said}${value}`;
}

function SettledChoice({ choice, chosen, right }: { choice: Choice; chosen: boolean; right: boolean }) {
	const kind = right ? " right" : chosen ? " wrong" : "";
	return (
		<li className={`choice settled${kind}`}>
			{right || chosen ? <Icon name={right ? "check" : "cross"} /> : <span />}
			<span>
				<ProseBlock html={choice.html} inline />
				{(chosen || right) && (
					<span className="unseen">
						{chosen ? " (your answer)" : ""}
						{right ? " (right)" : " (wrong)"}
					</span>
				)}
				{chosen && (
					<em className="yours" aria-hidden="true">
						{" "}
						your answer
					</em>
				)}
			</span>
		</li>
	);
}
