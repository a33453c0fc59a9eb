// The lesson's text and tasks, as far as the reader has come.
import { lazy, memo, Suspense } from "react";
import type { Block, Lesson } from "../lessons/index.ts";
import { EMPTY_LESSON, visibleBlocks } from "../session/index.ts";
import { Icon } from "./Icon.tsx";
import { PredictCard } from "./PredictCard.tsx";
import { ProseBlock } from "./ProseBlock.tsx";
import { watchFrom } from "./reading-place.ts";
import { useActions, useSession } from "./session-context.tsx";

/** Exercises stand at the end of a lesson: nothing below them moves when they come. */
const FixIt = lazy(() => import("./FixIt.tsx").then((module) => ({ default: module.FixIt })));

/** What comes after the rule, at the end of what can be read. */
const FurtherBlock = lazy(() =>
	import("./FurtherBlock.tsx").then((module) => ({ default: module.FurtherBlock })),
);

/** What brings the rest of the text to light. */
const WAYS_ON = {
	predict: "The text goes on when you have answered.",
	run: "The text goes on when the program has come this far.",
} as const;

export function LessonBlocks({ lesson, from, to }: { lesson: Lesson; from: number; to: number | null }) {
	const count = useSession(
		(state) => visibleBlocks(lesson, state.progress.lessons[lesson.id] ?? EMPTY_LESSON).blocks.length,
	);
	const blocks = lesson.blocks.slice(0, count);
	const more = count < lesson.blocks.length;
	return (
		<>
			{blocks.slice(from, to ?? blocks.length).map((block, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: blocks of a lesson keep their places
				<OneBlock key={from + index} block={block} />
			))}
			{to === null && more && (
				<p className="next-part">{WAYS_ON[blocks.at(-1)?.kind === "run" ? "run" : "predict"]}</p>
			)}
		</>
	);
}

/** A block is drawn again only for its own part of the progress. */
const OneBlock = memo(function OneBlock({ block }: { block: Block }) {
	switch (block.kind) {
		case "prose":
			return (
				<div className="block">
					<ProseBlock html={block.html} />
				</div>
			);
		case "run":
			return <RunTo until={block.until} label={block.label} />;
		case "predict":
			return <PredictCard predict={block} />;
		case "rule":
			return (
				<section className="block rule-block" aria-label="The rule">
					<ProseBlock html={block.html} />
					{block.quote !== null && <p className="quote">The notes say: “{block.quote}”</p>}
				</section>
			);
		case "fix":
			return (
				<Suspense>
					<FixIt fix={block} />
				</Suspense>
			);
		case "reveal":
			return null;
		default:
			return (
				<Suspense>
					<FurtherBlock block={block} />
				</Suspense>
			);
	}
});

function RunTo({ until, label }: { until: string; label: string }) {
	const reached = useSession(
		(state) => state.progress.lessons[state.lesson?.id ?? ""]?.reached.includes(until) ?? false,
	);
	const { playTo } = useActions();
	return (
		<p className="block">
			<button
				type="button"
				className={`button${reached ? "" : " main"}`}
				onClick={(event) => {
					playTo(until);
					watchFrom(event.currentTarget.parentElement);
				}}
			>
				<Icon name={reached ? "check" : "play"} />
				{label}
			</button>
		</p>
	);
}
