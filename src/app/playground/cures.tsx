// What mends a program of a lesson, once the reader has tried: of an exercise, and of the run that is shown.
import { useCallback, useEffect, useRef } from "react";
import type { Fix } from "../../lessons/index.ts";
import type { Scene } from "../../session/index.ts";
import {
	type Answers,
	type Connection,
	type Cure,
	type Question,
	workOfLesson,
	writeWorkLink,
} from "../../session/playground.ts";
import { useActions, useSession, useSessionOfPage } from "../../views/index.ts";
import { CureCard } from "../../views/playground.ts";
import { connect } from "./computer.ts";

/** Of an exercise: what was tried last is mended, and the mended text stands in the editor. */
export function ExerciseCure({ fix }: { fix: Fix }) {
	const lesson = useSession((state) => state.lesson);
	const text = useSession((state) => state.fixResults[fix.id]?.troubled);
	const { write, judged } = useActions();
	const ask = useWorker();
	const found = useRef<Answers["exercise-cure"]>(null);
	if (lesson === null || text === undefined) return null;
	return (
		<CureCard
			about={text}
			words={null}
			cast={[]}
			ask={async () => {
				found.current = await ask({ of: "exercise-cure", lesson, fix, text }, "exercise-cure");
				return found.current;
			}}
			onRun={() => {
				if (found.current === null) return;
				write(fix.id, found.current.text);
				judged(fix.id, found.current.judgement);
			}}
		/>
	);
}

/** Of the run that is shown: the changed program opens in the playground, where it can be run. */
export function RunCure({ scene }: { scene: Scene }) {
	const lesson = useSession((state) => state.lesson);
	const knobs = useSession((state) => state.knobs);
	const programs = useSession((state) => state.programs);
	const session = useSessionOfPage();
	const ask = useWorker();
	const { step, diagnosis } = scene;
	if (lesson === null || diagnosis === null) return null;
	const decisions = session.decisions();
	return (
		<CureCard
			about={diagnosis.sentence.text}
			words={null}
			cast={scene.cast}
			ask={() => ask({ of: "lesson-cure", lesson, knobs, programs, decisions, step }, "lesson-cure")}
			onRun={(cure: Cure) => {
				const work = workOfLesson(lesson, knobs, cure.programs);
				writeWorkLink({ work, step: null, decisions: [] }).then((link) => {
					if (link !== null) location.hash = `#/playground?${link}`;
				});
			}}
		/>
	);
}

/** Asks a worker that is there only while it answers. */
function useWorker() {
	const worker = useRef<Connection | null>(null);
	useEffect(() => () => worker.current?.close(), []);
	return useCallback(
		<K extends keyof Answers>(question: Question & { of: K }, _: K): Promise<Answers[K] | null> =>
			new Promise((resolve) => {
				worker.current?.close();
				const end = (answer: Answers[K] | null): void => {
					made.close();
					resolve(answer);
				};
				const made = connect(
					(message) => message.kind === "answer" && end(message.answer as Answers[K]),
					() => end(null),
				);
				worker.current = made;
				made.post({ kind: "ask", number: 1, question });
			}),
		[],
	);
}
