// The review: five questions from all lessons read so far, one after the other, and what came of them.
import { lessons } from "virtual:book";
import { useEffect, useMemo, useState } from "react";
import { type Answer, browserStorage } from "../../session/index.ts";
import {
	beliefOf,
	type Candidate,
	drawReview,
	isRight,
	keepReview,
	lessonsRead,
	loadReview,
} from "../../session/review.ts";
import { type Given, useSession } from "../../views/index.ts";
import { ReviewQuestion } from "./ReviewQuestion.tsx";
import "../../views/css/contents.css";
import "../../views/css/review.css";

const MOST = 5;

interface Settled {
	readonly candidate: Candidate;
	readonly answer: Answer;
}

export function ReviewPage() {
	const storage = useMemo(() => browserStorage(() => window.localStorage), []);
	const progress = useSession((state) => state.progress);
	const [record, setRecord] = useState(() => loadReview(storage));
	const [round, setRound] = useState(0);
	const [drawn, setDrawn] = useState<readonly Candidate[] | "failed" | null>(null);
	const [settled, setSettled] = useState<readonly Settled[]>([]);
	const [at, setAt] = useState(0);
	useEffect(() => {
		document.title = "Review · Interprocess";
		window.scrollTo(0, 0);
	}, []);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what is answered now is not to draw anew; a new round is.
	useEffect(() => {
		let wanted = true;
		const loaders = lessonsRead(progress).flatMap((id) => lessons[id] ?? []);
		Promise.all(loaders.map((load) => load())).then(
			(loaded) => {
				if (!wanted) return;
				setDrawn(
					drawReview(
						loaded.map(({ lesson }) => lesson),
						progress,
						record,
						MOST,
					),
				);
				setSettled([]);
				setAt(0);
			},
			() => wanted && setDrawn("failed"),
		);
		return () => {
			wanted = false;
		};
	}, [round]);
	const commit = (candidate: Candidate, given: Given): void => {
		const answer = { ...given, right: isRight(candidate.predict, given) };
		setRecord(keepReview(storage, record, candidate.key, answer, beliefOf(candidate.predict, answer)).record);
		setSettled([...settled, { candidate, answer }]);
	};
	if (drawn === null) return <main className="contents review" aria-busy="true" />;
	const candidate = drawn === "failed" ? undefined : drawn[at];
	return (
		<main className="contents review" id="main" tabIndex={-1}>
			<h1>Review</h1>
			{drawn === "failed" && <p className="lead">The lessons could not be loaded. Are you still online?</p>}
			{drawn !== "failed" && drawn.length === 0 && <Nothing />}
			{candidate !== undefined && (
				<ReviewQuestion
					key={candidate.key}
					candidate={candidate}
					place={`Question ${at + 1} of ${drawn.length}`}
					answer={settled[at]?.answer ?? null}
					commit={(given) => commit(candidate, given)}
					next={() => setAt(at + 1)}
				/>
			)}
			{drawn !== "failed" && drawn.length > 0 && at === drawn.length && (
				<Outcome settled={settled} again={() => setRound(round + 1)} />
			)}
		</main>
	);
}

function Nothing() {
	return (
		<>
			<p className="lead">
				Here come questions from the lessons you have read. You have not answered one yet.
			</p>
			<p>
				<a className="button main" href="#/">
					To the contents
				</a>
			</p>
		</>
	);
}

function Outcome({ settled, again }: { settled: readonly Settled[]; again: () => void }) {
	const right = settled.filter(({ answer }) => answer.right).length;
	return (
		<>
			<p className="lead" role="status">
				{right} of {settled.length} right. What was wrong comes back soonest, after another question about the
				same; what was right comes back later.
			</p>
			<ul className="came-of-it">
				{settled.map(({ candidate: { key, lesson }, answer }) => (
					<li key={key} data-right={answer.right}>
						<span className="state">
							{answer.right ? "right" : answer.sure ? "sure, and wrong" : "wrong"}
						</span>
						<a href={`#/${lesson.id}`}>
							{lesson.number} {lesson.title}
						</a>
					</li>
				))}
			</ul>
			<p>
				<button type="button" className="button main" onClick={again}>
					Five more
				</button>
			</p>
		</>
	);
}
