// The playground: the reader's own C on the left, the computer that runs it on the right; on narrow pages one after the other.
import "../../views/channels.ts";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Diagnostic } from "../../base/index.ts";
import {
	MOST,
	NO_STOPS,
	type RemoteSession,
	type Stops,
	type Work,
	writeWorkLink,
} from "../../session/playground.ts";
import { CodeEditor, type Mark } from "../../views/editor.ts";
import { Icon, useSession } from "../../views/index.ts";
import { identities } from "../../views/playground.ts";
import { Bench } from "./Bench.tsx";
import { ComputerPage, DeskHead, type PageComputer } from "./Desk.tsx";
import { EXAMPLES } from "./examples/index.ts";
import { Files } from "./Files.tsx";
import { OptionsPanel } from "./OptionsPanel.tsx";
import { type Opened, useWork, type WorkStore } from "./use-work.ts";
import "../../views/css/playground.css";

/** Milliseconds after the last key in which the compiler is asked. */
const REST = 200;

export function PlaygroundPage({ address }: { address: { readonly query: string } }) {
	const store = useWork(address);
	const { opened } = store;
	return (
		<ComputerPage title="Playground" ready={opened !== null}>
			{({ remote, checker }) =>
				opened !== null && <Workshop remote={remote} checker={checker} store={store} opened={opened} />
			}
		</ComputerPage>
	);
}

interface WorkshopProps {
	readonly remote: RemoteSession;
	readonly checker: PageComputer["checker"];
	readonly store: WorkStore;
	readonly opened: Opened;
}

function Workshop({ remote, checker, store, opened }: WorkshopProps) {
	const { work, generation, place } = opened;
	const [file, setFile] = useState("");
	const [goTo, setGoTo] = useState<{ line: number; column: number } | null>(null);
	/** The work that is opened next is run to its end: the reader has asked for that. */
	const runsAtOnce = useRef(false);
	const files = work.programs.flatMap((program) => program.files);
	const open = files.find(({ path }) => path === file) ?? files[0];
	const diagnostics = useDiagnostics(checker, work);
	const shown = useStore(remote.state, (state) => state.shown);
	const current = shown !== null && sameText(shown, work);
	const narrow = useNarrow();
	const stops = work.stops ?? NO_STOPS;
	const there = new Set(files.map(({ path }) => path));
	const lines = stops.lines.flatMap(({ file, line }) => (there.has(file) ? [`${file}:${line}`] : []));

	// A work that is opened stands on the stage at once, before its first statement or where its link says.
	// biome-ignore lint/correctness/useExhaustiveDependencies: only another work is shown by itself
	useEffect(() => {
		remote.open(work, { step: place.step ?? 0, decisions: place.decisions }, runsAtOnce.current);
		runsAtOnce.current = false;
	}, [remote, generation]);

	const run = useCallback(
		(toEnd: boolean): void => {
			const stopping = toEnd && lines.length + stops.calls.length > 0;
			remote.open(work, { step: 0, decisions: [] }, toEnd && !stopping);
			if (stopping) remote.search({ kind: "reach", lines, calls: stops.calls });
		},
		[remote, work, lines, stops],
	);
	const changeStops = (change: (stops: Stops) => Stops): void =>
		store.change((before) => ({ ...before, stops: change(before.stops ?? NO_STOPS) }));
	const onBreakpoints = (path: string, numbers: readonly number[]): void =>
		changeStops((before) => {
			const others = before.lines.filter(({ file }) => file !== path);
			const own = numbers.map((line) => ({ file: path, line }));
			return { ...before, lines: [...others, ...own].slice(0, MOST.stops) };
		});
	const jump = (path: string, line: number, column: number): void => {
		setFile(path);
		setGoTo({ line, column });
	};
	if (open === undefined) return null;
	const faulty = new Set(
		diagnostics.flatMap(({ severity, span }) => (severity === "error" && span !== null ? [span.file] : [])),
	);
	return (
		<main className="playground" id="main" tabIndex={-1}>
			<section className="desk" aria-label="The program">
				<Head work={work} store={store} remote={remote} />
				<Files
					programs={work.programs}
					open={open.path}
					faulty={faulty}
					onOpen={setFile}
					onChange={(programs, path) => {
						store.change((before) => ({ ...before, programs }));
						setFile(path);
					}}
					onRemove={store.remove}
				/>
				<EditorOfFile
					path={open.path}
					text={open.text}
					generation={generation}
					diagnostics={diagnostics}
					standing={current}
					goTo={goTo}
					breaks={stops.lines.flatMap(({ file, line }) => (file === open.path ? [line] : []))}
					onChange={(text) => store.change((before) => withText(before, open.path, text))}
					onBreakpoints={onBreakpoints}
					onRun={() => run(true)}
					onRunTo={(line) => remote.search({ kind: "reach", lines: [`${open.path}:${line}`], calls: [] })}
				/>
				<Problems diagnostics={diagnostics} onJump={jump} />
				<div className="run-row">
					<button type="button" className="button main" onClick={() => run(true)}>
						<Icon name="play" />
						Run
					</button>
					<button type="button" className="button" onClick={() => run(false)}>
						From the start
					</button>
					<ToTerminal work={work} current={current} remote={remote} />
					<p className="soft" role="status">
						{shown !== null && !current && "Changed since it was run."}
					</p>
					<details className="options-of-run">
						<summary className="button plain">Input and sizes</summary>
						<OptionsPanel
							options={work.options}
							onChange={(options) => store.change((before) => ({ ...before, options }))}
						/>
					</details>
				</div>
			</section>
			<Bench
				remote={remote}
				sourceBeside={current && !narrow}
				lines={lines}
				calls={stops.calls}
				onCalls={(calls) => changeStops((before) => ({ ...before, calls }))}
				onMend={({ programs }) => {
					runsAtOnce.current = true;
					store.open({ ...work, programs });
				}}
			/>
		</main>
	);
}

/** Title, examples, earlier works, the link; and what the page has to say about the work. */
function Head({ work, store, remote }: { work: Work; store: WorkStore; remote: RemoteSession }) {
	const linked = () => {
		const { shown } = remote.state.getState();
		return { work, known: shown !== null && sameText(shown, work) };
	};
	return (
		<DeskHead
			title="Playground"
			page="playground"
			remote={remote}
			linked={linked}
			holds="This link holds the program, its options and the step."
			tools={
				<label>
					<span className="unseen">Open another program</span>
					<select
						value=""
						onChange={(event) => {
							const [from, index] = event.currentTarget.value.split(" ");
							const found = from === "example" ? EXAMPLES[Number(index)]?.work : store.earlier[Number(index)];
							event.currentTarget.value = "";
							if (found !== undefined) store.open(found);
						}}
					>
						<option value="">Open …</option>
						<optgroup label="Examples">
							{EXAMPLES.map(({ work: { title }, about }, index) => (
								<option key={title} value={`example ${index}`}>
									{title} ({about})
								</option>
							))}
						</optgroup>
						{store.earlier.length > 0 && (
							<optgroup label="What you had before">
								{store.earlier.map(({ title, programs }, index) => (
									// biome-ignore lint/suspicious/noArrayIndexKey: works may have the same title
									<option key={index} value={`earlier ${index}`}>
										{title} ({firstLine(programs)})
									</option>
								))}
							</optgroup>
						)}
					</select>
				</label>
			}
		>
			{store.message !== null && (
				<p className="notice" role="status">
					{store.message.text}
					{store.message.back !== null && (
						<button type="button" className="link" onClick={store.message.back.go}>
							{store.message.back.label}
						</button>
					)}
					<button
						type="button"
						className="button plain"
						onClick={store.dismiss}
						aria-label="Close this notice"
					>
						<Icon name="cross" />
					</button>
				</p>
			)}
			{store.keeper !== "browser" && (
				<p className="notice" role="status">
					{store.keeper === "address"
						? "Your browser keeps nothing for this page. The address holds your program: keep it."
						: "Your browser keeps nothing for this page, and your program is too long for the address. Copy it before you leave."}
				</p>
			)}
		</DeskHead>
	);
}

/** A shell on the computer of this program, where its run stands; of one that has changed since, at its start. */
function ToTerminal({ work, current, remote }: { work: Work; current: boolean; remote: RemoteSession }) {
	const [long, setLong] = useState(false);
	const go = async (): Promise<void> => {
		const decisions = current ? await remote.ask({ of: "decisions" }, "decisions") : null;
		const step = current ? (remote.session.store.getState().scene?.step ?? 0) : 0;
		const query = await writeWorkLink({ work, step, decisions: decisions ?? [] });
		if (query === null) setLong(true);
		else location.hash = `#/terminal?${query}`;
	};
	return (
		<button
			type="button"
			className="button"
			onClick={go}
			disabled={long}
			title="A shell on this computer, at this step"
		>
			{long ? "Too long for the terminal" : "To the terminal"}
		</button>
	);
}

function firstLine(programs: Work["programs"]): string {
	const text = programs[0]?.files[0]?.text ?? "";
	const line = text.split("\n").find((one) => one.trim() !== "") ?? "empty";
	return line.replace(/^\/\/\s*/, "").slice(0, 40);
}

interface EditorOfFileProps {
	readonly path: string;
	readonly text: string;
	readonly generation: number;
	readonly diagnostics: readonly Diagnostic[];
	/** The text is what runs: processes can be shown on its lines. */
	readonly standing: boolean;
	readonly goTo: { readonly line: number; readonly column: number } | null;
	readonly breaks: readonly number[];
	readonly onChange: (text: string) => void;
	readonly onBreakpoints: (path: string, lines: readonly number[]) => void;
	readonly onRun: () => void;
	readonly onRunTo: (line: number) => void;
}

function EditorOfFile({ standing, ...props }: EditorOfFileProps) {
	const scene = useSession((state) => state.scene);
	const { path } = props;
	const marks = useMemo((): readonly Mark[] => {
		if (scene === null || !standing) return [];
		const known = identities(scene.cast);
		return [...scene.places].flatMap(([pid, place]) => {
			const identity = known.get(pid);
			const process = scene.kernel.processes[pid];
			if (place.file !== path || identity === undefined) return [];
			if (process === undefined || process.state === "zombie") return [];
			return [{ line: place.line, identity, acting: scene.actor === pid }];
		});
	}, [scene, standing, path]);
	return <CodeEditor {...props} marks={marks} />;
}

/** What the compiler says, as a list: each a way to its place. */
function Problems({
	diagnostics,
	onJump,
}: {
	diagnostics: readonly Diagnostic[];
	onJump: (path: string, line: number, column: number) => void;
}) {
	return (
		<div className="problems" role="status">
			{diagnostics.length > 0 && (
				<ul aria-label="What the compiler says">
					{diagnostics.slice(0, 8).map(({ severity, message, span }) => (
						<li key={`${span?.file}:${span?.line}:${span?.column} ${message}`} className={severity}>
							{span === null ? (
								<span>{message}</span>
							) : (
								<button
									type="button"
									className="link"
									onClick={() => onJump(span.file, span.line, span.column)}
								>
									{span.file}:{span.line}
								</button>
							)}{" "}
							<span className="unseen">{severity}:</span>
							{span !== null && message}
						</li>
					))}
					{diagnostics.length > 8 && <li>and {diagnostics.length - 8} more</li>}
				</ul>
			)}
		</div>
	);
}

/** What the compiler says of the text as it is, a moment after the last key; the older answer stays until then. */
function useDiagnostics(checker: WorkshopProps["checker"], work: Work): readonly Diagnostic[] {
	const [diagnostics, setDiagnostics] = useState<readonly Diagnostic[]>([]);
	const { programs } = work;
	useEffect(() => {
		let wanted = true;
		const timer = setTimeout(() => {
			checker.check(programs).then((found) => wanted && found !== null && setDiagnostics(found));
		}, REST);
		return () => {
			wanted = false;
			clearTimeout(timer);
		};
	}, [checker, programs]);
	return diagnostics;
}

const NARROW = "(max-width: 76rem)";

function useNarrow(): boolean {
	const query = useRef<MediaQueryList | null>(null);
	query.current ??= matchMedia(NARROW);
	const [narrow, setNarrow] = useState(query.current.matches);
	useEffect(() => {
		const list = query.current as MediaQueryList;
		const change = (): void => setNarrow(list.matches);
		list.addEventListener("change", change);
		return () => list.removeEventListener("change", change);
	}, []);
	return narrow;
}

function sameText(a: Work, b: Work): boolean {
	return a === b || (a.programs === b.programs && a.options === b.options) || sameFiles(a, b);
}

function sameFiles(a: Work, b: Work): boolean {
	const files = (work: Work) => work.programs.flatMap((program) => program.files);
	const [left, right] = [files(a), files(b)];
	return (
		left.length === right.length &&
		left.every((file, i) => file.path === right[i]?.path && file.text === right[i]?.text)
	);
}

function withText(work: Work, path: string, text: string): Work {
	return {
		...work,
		programs: work.programs.map((program) =>
			program.files.some((file) => file.path === path)
				? { ...program, files: program.files.map((file) => (file.path === path ? { path, text } : file)) }
				: program,
		),
	};
}
