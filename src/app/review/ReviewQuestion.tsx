// One question of the review: its program, its choices, then what speaks to the answer.
import { useEffect, useRef } from "react";
import type { LessonProgram } from "../../lessons/index.ts";
import type { Answer } from "../../session/index.ts";
import type { Candidate } from "../../session/review.ts";
import { Asking, type Given, ProseBlock, Settled, withoutLabels } from "../../views/index.ts";

interface ReviewQuestionProps {
	readonly candidate: Candidate;
	/** `Question 2 of 5` */
	readonly place: string;
	readonly answer: Answer | null;
	readonly commit: (given: Given) => void;
	readonly next: () => void;
}

const REASONS = {
	"sure-and-wrong": "You were sure of this one, and wrong.",
	"same-belief": "You were sure of something else that was wrong. Does it mislead here, too?",
	near: "You had a question about the same wrong.",
	wrong: "You had this one wrong.",
	guessed: "You had guessed this one.",
} as const;

export function ReviewQuestion({ candidate, place, answer, commit, next }: ReviewQuestionProps) {
	const { lesson, predict, reason } = candidate;
	const { variant } = predict;
	/** Asked of the lesson's own programs: then the question speaks of them as known. */
	const ofLesson = variant !== null && variant.programs === null;
	const top = useRef<HTMLElement>(null);
	useEffect(() => {
		top.current?.focus({ preventScroll: true });
		window.scrollTo(0, 0);
	}, []);
	return (
		<section className="task" ref={top} tabIndex={-1} aria-labelledby={`asked-${predict.id}`}>
			<p className="kind">
				{place}
				{reason !== null && <span> · {REASONS[reason]}</span>}
				{ofLesson && (
					<span>
						{" "}
						· Of the programs of {lesson.number}, {lesson.title}
					</span>
				)}
			</p>
			<div className="question" id={`asked-${predict.id}`}>
				<ProseBlock html={predict.question} inline />
			</div>
			{(answer !== null || !predict.covered) && variant !== null && (
				<Programs programs={variant.programs ?? lesson.programs} knobs={variant.knobs} />
			)}
			{answer === null ? (
				<Asking predict={predict} commit={commit} label="Commit" />
			) : (
				<>
					<Settled predict={predict} answer={answer} fresh />
					<p className="ways-on">
						<button type="button" className="button main" onClick={next}>
							Go on
						</button>
						<a href={`#/${lesson.id}${variant === null ? "" : `?run=${predict.id}`}`}>
							Watch it in {lesson.number} {lesson.title}
						</a>
					</p>
				</>
			)}
		</section>
	);
}

interface ProgramsProps {
	readonly programs: readonly LessonProgram[];
	readonly knobs: { readonly [name: string]: string };
}

function Programs({ programs, knobs }: ProgramsProps) {
	const files = programs.flatMap((program) => program.files);
	const set = Object.entries(knobs);
	return (
		<details className="programs">
			<summary>{files.length === 1 ? "The program" : "The programs"}</summary>
			{set.length > 0 && <p>With {set.map(([name, value]) => `${name} ${value}`).join(", ")}.</p>}
			{files.map(({ path, text }) => (
				<figure key={path}>
					<figcaption>{path}</figcaption>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
					<pre tabIndex={0}>{withoutLabels(text)}</pre>
				</figure>
			))}
		</details>
	);
}
