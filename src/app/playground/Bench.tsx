// The computer of the playground: the stage, the lanes, the sentence and the controls of the lessons, and what only a debugger has.
import { useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
import { formatDiagnostic } from "../../base/index.ts";
import { WORK_OF_STEP } from "../../lessons/index.ts";
import type { Scene } from "../../session/index.ts";
import type { Cure, RemoteSession } from "../../session/playground.ts";
import {
	AttentionProvider,
	type CloseStage,
	Controls,
	SentencePanel,
	Stage,
	TimelineView,
	useActions,
	useSession,
} from "../../views/index.ts";
import { CureCard, DebugControls, ObjectsPane, TracePane, TypeLine } from "../../views/playground.ts";
import { Notice } from "../Notice.tsx";

interface BenchProps {
	readonly remote: RemoteSession;
	/** Whether the editor beside it shows the very text that runs. */
	readonly sourceBeside: boolean;
	/** `main.c:12` */
	readonly lines: readonly string[];
	/** System calls that it can stop at. */
	readonly calls: readonly string[];
	readonly onCalls: (calls: readonly string[]) => void;
	/** What the terminals show stands beside it, and is typed there. */
	readonly close?: CloseStage;
	/** Takes the mended program in place of the reader's and runs it. */
	readonly onMend: (cure: Cure) => void;
}

const SHOW = new Set([
	"processes",
	"descriptors",
	"open-files",
	"pipes",
	"queues",
	"output",
	"files",
] as const);

/** Height of the debugger's buttons, in units. */
const DEBUG_ROW = 56;

export function Bench(props: BenchProps) {
	const { remote, sourceBeside, lines, calls, onCalls, close, onMend } = props;
	const screenBeside = close !== undefined;
	const scene = useSession((state) => state.scene);
	const broken = useSession((state) => state.diagnostics.length > 0);
	const shown = useStore(remote.state, (state) => state.shown);
	const traced = useStore(remote.state, (state) => state.traced);
	const [why, setWhy] = useState(false);
	const ask = useCallback(
		(from: number, count: number) => remote.ask({ of: "trace", from, count }, "trace"),
		[remote],
	);
	const askCure = useCallback(() => remote.ask({ of: "cure" }, "cure"), [remote]);
	const look = useCallback((pid: number) => remote.ask({ of: "objects", pid }, "objects"), [remote]);
	const debug = (
		<DebugControls lines={lines} calls={calls} onCalls={onCalls} search={(goal) => remote.search(goal)} />
	);
	return (
		<AttentionProvider>
			<section className="workbench" aria-label="The computer">
				<div className="at-once">
					<Busy remote={remote} />
					{broken && <Broken />}
					{scene !== null && (
						<>
							<Stage
								scene={scene}
								show={SHOW}
								source={!sourceBeside}
								close={close}
								below={screenBeside ? 0 : DEBUG_ROW}
							/>
							<More />
							{shown?.options.typing === true && !screenBeside && <TypeLine />}
							<TimelineView scene={scene} />
							<div className="foot">
								<SentencePanel
									scene={scene}
									open={why}
									onToggle={() => setWhy(!why)}
									cure={
										screenBeside || scene.diagnosis === null ? null : (
											<>
												<Limit scene={scene} most={shown?.options.maxSteps ?? 0} />
												<WayBack scene={scene} />
												<CureCard
													about={scene.diagnosis.sentence.text}
													words={scene.diagnosis.cure}
													cast={scene.cast}
													ask={askCure}
													onRun={onMend}
												/>
											</>
										)
									}
								/>
								<Notice />
								<Controls />
							</div>
							{!screenBeside && debug}
						</>
					)}
				</div>
				{scene !== null && (
					<section className="debugger" aria-label="Debugger">
						{screenBeside ? (
							<>
								{debug}
								<details className="of-the-program">
									<summary className="button plain">Variables and memory of a program</summary>
									<ObjectsPane ask={look} />
								</details>
							</>
						) : (
							<ObjectsPane ask={look} />
						)}
						<h2>System calls</h2>
						<TracePane length={traced} ask={ask} />
					</section>
				)}
			</section>
		</AttentionProvider>
	);
}

/** Processes that there is no room to draw. */
function More() {
	const more = useSession(({ scene }) => {
		const there = Object.keys(scene?.kernel.processes ?? {}).filter((pid) => pid !== "1");
		const drawn = new Set(scene?.cast.map(({ pid }) => String(pid)));
		return there.filter((pid) => !drawn.has(pid)).length;
	});
	if (more === 0) return null;
	return (
		<p className="more-processes">
			{more === 1 ? "One more process is" : `${more} more processes are`} there and not drawn.
		</p>
	);
}

/** Which limit stopped the run, and where it is set. */
function Limit({ scene: { ending, step }, most }: { scene: Scene; most: number }) {
	if (ending?.kind !== "limit") return null;
	const inGroups = (count: number) => count.toLocaleString("en-GB");
	const why = step < most ? `: its calls cost as much as ${inGroups(WORK_OF_STEP * most)} plain ones` : "";
	return (
		<p className="soft">
			It was stopped after {inGroups(step)} steps{why}. “At most” in the options allows more.
		</p>
	);
}

/** To the step at which memory was misused, long before that showed. */
function WayBack({ scene: { diagnosis } }: { scene: Scene }) {
	const { seek } = useActions();
	const moment = diagnosis?.moment ?? null;
	if (moment === null) return null;
	return (
		<p>
			<button type="button" className="button" onClick={() => seek(moment)}>
				Go to where memory was misused
			</button>
		</p>
	);
}

/** Milliseconds after which work that goes on is shown. */
const LONG = 500;

function Busy({ remote }: { remote: RemoteSession }) {
	const since = useStore(remote.state, (state) => state.since);
	const searching = useStore(remote.state, (state) => state.searching);
	const most = useStore(remote.state, (state) => state.shown?.options.maxSteps ?? 1);
	const length = useSession((state) => state.history?.length ?? 0);
	const [long, setLong] = useState(false);
	useEffect(() => {
		setLong(false);
		if (since === null) return;
		const timer = setTimeout(() => setLong(true), LONG);
		return () => clearTimeout(timer);
	}, [since]);
	return (
		<div className="busy" role="status">
			{long && since !== null && (
				<>
					<span>{searching ? "Looking for the place" : "Running"}</span>
					<progress max={most} value={length} aria-label="Steps taken" />
					<span>{length.toLocaleString("en-GB")} steps</span>
					<button type="button" className="button" onClick={() => remote.stop()}>
						Stop
					</button>
				</>
			)}
		</div>
	);
}

function Broken() {
	const diagnostics = useSession((state) => state.diagnostics);
	const programs = useSession((state) => state.programs);
	const text = (file: string): string | undefined =>
		programs.flatMap(({ files }) => files).find(({ path }) => path === file)?.text;
	return (
		<div className="broken" role="alert">
			<p>This program does not compile:</p>
			<pre>
				{diagnostics
					.slice(0, 20)
					.map((one) => formatDiagnostic(one, text))
					.join("\n\n")}
			</pre>
		</div>
	);
}
