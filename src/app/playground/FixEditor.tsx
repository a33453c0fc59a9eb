// An exercise written freely: the playground's editor on its file, judged by running it in a worker.
import "../../views/channels.ts";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Diagnostic } from "../../base/index.ts";
import { type Fix, withPieces, withText } from "../../lessons/index.ts";
import type { Connection } from "../../session/playground.ts";
import { CodeEditor, type Mark } from "../../views/editor.ts";
import { useActions, useSession } from "../../views/index.ts";
import { connect, createComputer } from "./computer.ts";
import "../../views/css/playground.css";

const REST = 200;
/** Milliseconds after which judging is given up: a program can be made to take for ever. */
const MOST_JUDGING = 30_000;
const NOBODY: readonly Mark[] = [];
const NOTHING = {};

export function FixEditor({ fix }: { fix: Fix }) {
	const lesson = useSession((state) => state.lesson);
	const placement =
		useSession((state) => state.progress.lessons[state.lesson?.id ?? ""]?.fixes[fix.id]) ?? NOTHING;
	const written = useSession((state) => state.progress.lessons[state.lesson?.id ?? ""]?.texts[fix.id]);
	const { write, judged } = useActions();
	const [checker] = useState(() => createComputer().checker);
	const [diagnostics, setDiagnostics] = useState<readonly Diagnostic[]>([]);
	const judge = useRef<Connection | null>(null);
	const [judging, setJudging] = useState(false);
	const pieced = useMemo(() => {
		if (lesson === null) return "";
		const files = withPieces(lesson, fix, placement).flatMap((program) => program.files);
		return files.find(({ path }) => path === fix.file)?.text ?? "";
	}, [lesson, fix, placement]);
	const text = written ?? pieced;

	useEffect(() => {
		if (lesson === null) return;
		let wanted = true;
		const timer = setTimeout(() => {
			checker
				.check(withText(lesson, fix, text))
				.then((found) => wanted && found !== null && setDiagnostics(found));
		}, REST);
		return () => {
			wanted = false;
			clearTimeout(timer);
		};
	}, [checker, lesson, fix, text]);
	useEffect(
		() => () => {
			checker.close();
			judge.current?.close();
		},
		[checker],
	);

	const stop = (): void => {
		judge.current?.close();
		judge.current = null;
		setJudging(false);
	};
	const run = (): void => {
		if (lesson === null || judging) return;
		setJudging(true);
		const timer = setTimeout(() => {
			stop();
			judged(fix.id, {
				right: false,
				text: "It took too long to be judged: does it come to an end?",
				output: null,
			});
		}, MOST_JUDGING);
		judge.current = connect((message) => {
			if (message.kind !== "answer") return;
			clearTimeout(timer);
			stop();
			if (message.answer !== null && typeof message.answer === "object" && "right" in message.answer)
				judged(fix.id, message.answer);
		}, stop);
		judge.current.post({ kind: "ask", number: 1, question: { of: "judgement", lesson, fix, text } });
	};
	const change = (next: string): void => write(fix.id, next);
	return (
		<div className="fix-editor">
			<CodeEditor
				path={fix.file}
				text={text}
				generation={1}
				diagnostics={diagnostics}
				marks={NOBODY}
				goTo={null}
				onChange={change}
				onBreakpoints={null}
				onRun={run}
				onRunTo={null}
			/>
			<p className="problem" role="status">
				{diagnostics[0] !== undefined &&
					`Line ${diagnostics[0].span?.line ?? "?"}: ${diagnostics[0].message}`}
			</p>
			<div className="commit">
				<button
					type="button"
					className="button plain"
					disabled={text === pieced}
					onClick={() => change(pieced)}
				>
					As the pieces have it
				</button>
				{judging ? (
					<button type="button" className="button main" onClick={stop}>
						Running… Stop
					</button>
				) : (
					<button type="button" className="button main" onClick={run}>
						Run what I wrote
					</button>
				)}
			</div>
		</div>
	);
}
