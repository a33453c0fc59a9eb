// A lesson: text and tasks on the left, the computer on the right; on narrow pages one after the other.
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import type { Block, Lesson, LessonRef, StagePart } from "../lessons/index.ts";
import { EMPTY_LESSON, visibleBlocks } from "../session/index.ts";
import {
	AttentionProvider,
	belowLanes,
	Controls,
	LessonBlocks,
	SentencePanel,
	Stage,
	TimelineView,
	useSession,
	WorkroomProvider,
} from "../views/index.ts";
import { Notice } from "./Notice.tsx";

/** The playground's editor and its changes, fetched when the reader wants to write or to see one. */
const WORKROOM = {
	Editor: lazy(() => import("./playground/FixEditor.tsx").then(({ FixEditor }) => ({ default: FixEditor }))),
	ExerciseCure: lazy(() =>
		import("./playground/cures.tsx").then(({ ExerciseCure }) => ({ default: ExerciseCure })),
	),
	RunCure: lazy(() => import("./playground/cures.tsx").then(({ RunCure }) => ({ default: RunCure }))),
};

/** Comes with the first program that does not compile. */
const Broken = lazy(() => import("./Broken.tsx").then((module) => ({ default: module.Broken })));

export function LessonPage({ lesson }: { lesson: Lesson }) {
	useEffect(() => {
		document.title = `${lesson.number} ${lesson.title} · Interprocess`;
		window.scrollTo(0, 0);
	}, [lesson]);
	const opening = openingLength(lesson.blocks);
	return (
		<WorkroomProvider value={WORKROOM}>
			<AttentionProvider>
				<main className="lesson" id="main" tabIndex={-1}>
					<div className="reading opening">
						<Head lesson={lesson} />
						<LessonBlocks lesson={lesson} from={0} to={opening} />
					</div>
					<Workbench lesson={lesson} />
					<div className="reading body">
						<LessonBlocks lesson={lesson} from={opening} to={null} />
					</div>
				</main>
			</AttentionProvider>
		</WorkroomProvider>
	);
}

function Head({ lesson }: { lesson: LessonRef }) {
	return (
		<>
			<h1>{lesson.title}</h1>
			<p className="facts">
				Lesson {lesson.number} · {lesson.minutes} minutes
			</p>
			<p className="question">{lesson.question}</p>
		</>
	);
}

/** What is known of a lesson before it has come: on a slow line one reads its question first. */
export function ComingLesson({ lesson }: { lesson: LessonRef | undefined }) {
	return (
		<main className="lesson" id="main" tabIndex={-1} aria-busy="true">
			<div className="reading opening">
				{lesson !== undefined && <Head lesson={lesson} />}
				<p className="coming">The text and its programs are on their way.</p>
			</div>
		</main>
	);
}

/** On narrow pages the stage comes after the first prose: whatever stands before the first thing to do with it. */
function openingLength(blocks: readonly Block[]): number {
	const first = blocks.findIndex(
		(block) => block.kind !== "prose" && !(block.kind === "predict" && block.role === "recall"),
	);
	return first < 0 ? blocks.length : first;
}

function Workbench({ lesson }: { lesson: Lesson }) {
	const scene = useSession((state) => state.scene);
	const broken = useSession((state) => state.diagnostics.length > 0);
	const show = useShow(lesson);
	const [why, setWhy] = useState(false);
	return (
		<section className="workbench" aria-label="The computer">
			{broken && (
				<Suspense>
					<Broken />
				</Suspense>
			)}
			{scene !== null && (
				<>
					<Stage scene={scene} show={show} />
					<TimelineView scene={scene} below={belowLanes(show)} />
					<div className="foot">
						<SentencePanel scene={scene} open={why} onToggle={() => setWhy(!why)} />
						<Notice />
						<Controls />
					</div>
				</>
			)}
		</section>
	);
}

/** What the stage shows: two boxes first, and more as the text reveals it. */
function useShow(lesson: Lesson): ReadonlySet<StagePart> {
	const count = useSession(
		(state) => visibleBlocks(lesson, state.progress.lessons[lesson.id] ?? EMPTY_LESSON).blocks.length,
	);
	return useMemo(() => {
		const blocks = lesson.blocks.slice(0, count);
		return new Set([
			...lesson.show,
			...blocks.flatMap((block) => (block.kind === "reveal" ? block.parts : [])),
		]);
	}, [lesson, count]);
}
