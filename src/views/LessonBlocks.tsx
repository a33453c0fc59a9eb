// The lesson's text and tasks, as far as the reader has come.
import { lazy, memo, Suspense } from "react";
import type { Block, Lesson } from "../lessons/index.ts";
import { EMPTY_LESSON, visibleBlocks } from "../session/index.ts";
import { Icon } from "./Icon.tsx";
import { PredictCard } from "./PredictCard.tsx";
import { ProseBlock } from "./ProseBlock.tsx";
import { grouped } from "./pictures/bytes.ts";
import { RuleBox } from "./RuleBox.tsx";
import { watchFrom } from "./reading-place.ts";
import { useActions, useSession } from "./session-context.tsx";

/** Exercises stand at the end of a lesson: nothing below them moves when they come. */
const FixIt = lazy(() => import("./FixIt.tsx").then((module) => ({ default: module.FixIt })));

/** What comes after the rule, at the end of what can be read. */
const KnobPanel = lazy(() => import("./KnobPanel.tsx").then((module) => ({ default: module.KnobPanel })));
const CompareCard = lazy(() =>
	import("./CompareCard.tsx").then((module) => ({ default: module.CompareCard })),
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

const SIZES = ["sizes"];

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
		case "finer":
			return <Aside kind="The finer point" html={block.html} />;
		case "linux":
			return (
				<Aside kind="On Linux" html={block.html}>
					{block.rule !== null && <RuleBox rule={block.rule} />}
					<Suspense>
						<KnobPanel names={SIZES} />
					</Suspense>
				</Aside>
			);
		case "always":
		case "sometimes":
			return <Claim block={block} />;
		case "knobs":
			return (
				<section className="task" aria-label="Settings">
					<p className="kind">Change it</p>
					<ProseBlock html={block.html} />
					<Suspense>
						<KnobPanel names={block.names} />
					</Suspense>
				</section>
			);
		case "fix":
			return (
				<Suspense>
					<FixIt fix={block} />
				</Suspense>
			);
		case "compare":
			return (
				<Suspense>
					<CompareCard compare={block} />
				</Suspense>
			);
		case "reveal":
			return null;
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

function Aside({ kind, html, children }: { kind: string; html: string; children?: React.ReactNode }) {
	return (
		<aside className="block aside">
			<p className="kind">{kind}</p>
			<ProseBlock html={html} />
			{children}
		</aside>
	);
}

/** A sentence about every run or some run, and how many runs it was tried on. */
function Claim({ block }: { block: Extract<Block, { kind: "always" | "sometimes" }> }) {
	const { explored } = block;
	return (
		<aside className="block aside">
			<p className="kind">{block.kind === "always" ? "Always" : "It can happen"}</p>
			<ProseBlock html={block.html} />
			{explored !== null && (
				<p className="proof">
					{explored.complete
						? "Checked over every order in which the processes can run."
						: `Checked over ${grouped(explored.runs)} of the orders in which the processes can run.`}
				</p>
			)}
		</aside>
	);
}
