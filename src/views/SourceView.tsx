// The C source, once per program: every process marks the line on which it stands with its letter and colour.
import { type CSSProperties, memo, useEffect, useMemo, useRef, useState } from "react";
import type { Pid } from "../kernel/index.ts";
import type { KnobValues, Lesson, LessonProgram } from "../lessons/index.ts";
import { formatAddress, PLAYGROUND, type Scene } from "../session/index.ts";
import { useAttention } from "./attention.tsx";
import { Badge } from "./Badge.tsx";
import { CodeWords } from "./CodeWords.tsx";
import { mayMove } from "./motion.ts";
import { BACK } from "./PredictCard.tsx";
import type { Identity } from "./pictures/identity.ts";
import { indentOf, type SourceLine, sourceLines, withDefines } from "./pictures/source.ts";
import { useActions, useSession, useSessionOfPage } from "./session-context.tsx";

interface Standing {
	readonly line: number;
	readonly identity: Identity;
	readonly acting: boolean;
	/** One that has ended marks no line, but its file stays open. */
	readonly lives: boolean;
}

interface SourceViewProps {
	readonly scene: Scene;
	readonly identities: ReadonlyMap<Pid, Identity>;
	/** Little room: of several files only the one in which the acting process stands is open. */
	readonly tight?: boolean;
}

export function SourceView({ scene, identities, tight = false }: SourceViewProps) {
	const programs = useSession((state) => state.programs);
	const lesson = useSession((state) => state.lesson);
	const knobs = useSession((state) => state.knobs);
	const run = useSession((state) => state.run);
	const tried = useSession((state) => state.fixResults[state.run ?? ""] !== undefined);
	const defines = useMemo(() => definesOf(lesson, knobs, run), [lesson, knobs, run]);
	const files = filesToShow(programs, scene);
	const standing = (path: string): readonly Standing[] =>
		[...scene.places].flatMap(([pid, place]) => {
			const identity = identities.get(pid);
			if (place.file !== path || identity === undefined) return [];
			return [{ line: place.line, identity, acting: scene.actor === pid, lives: lives(scene, pid) }];
		});
	const nobody = files.every(({ path }) => standing(path).length === 0);
	const only = tight && files.length > 1 ? foremost(files, scene) : null;
	return (
		<div className={`sources${files.length > 1 ? " several" : ""}`}>
			{files.map(({ path, text }, index) => (
				<SourceFile
					key={path}
					elsewhere={index === 0 ? elsewhere(lesson, knobs, run) : null}
					tried={tried}
					path={path}
					text={withDefines(text, defines)}
					standing={JSON.stringify(standing(path))}
					open={files.length === 1 || (index === 0 && nobody)}
					aside={(only !== null && only !== path) || (isOfBin(path) && isLow())}
				/>
			))}
		</div>
	);
}

type Programs = readonly LessonProgram[];

function filesToShow(programs: Programs, scene: Scene) {
	const present = filesOfBin(scene);
	return programs
		.flatMap((program) => program.files)
		.filter(({ path }) => path.endsWith(".c") && (!isOfBin(path) || present.has(path)));
}

/** Whether all have ended and no program of a lesson is there to read: its place would stay blank. */
export function hasNoSource(programs: Programs, scene: Scene): boolean {
	const over = scene.cast.length > 0 && scene.cast.every(({ pid }) => !lives(scene, pid));
	return over && filesToShow(programs, scene).length === 0;
}

/** The file in which the acting process stands, else one in which somebody lives, else the first. */
function foremost(files: readonly { readonly path: string }[], scene: Scene): string | null {
	const shown = (pid: Pid) => files.find(({ path }) => path === scene.places.get(pid)?.file)?.path ?? null;
	const acting = scene.actor === null ? null : shown(scene.actor);
	const living = [...scene.places.keys()].filter((pid) => lives(scene, pid)).map(shown);
	return acting ?? living.find((path) => path !== null) ?? files[0]?.path ?? null;
}

/** The programs of /bin have so many files that only the one is shown in which the acting process stands, else those of the living. */
function filesOfBin(scene: Scene): ReadonlySet<string> {
	const acting =
		scene.actor !== null && lives(scene, scene.actor) ? scene.places.get(scene.actor) : undefined;
	if (acting !== undefined) return new Set([acting.file]);
	return new Set([...scene.places].flatMap(([pid, { file }]) => (lives(scene, pid) ? [file] : [])));
}

/** In a low window the C of /bin would take the room of the processes: it is opened when it is wanted. */
function isLow(): boolean {
	return matchMedia("(max-height: 52rem)").matches;
}

function isOfBin(path: string): boolean {
	return path.startsWith("bin/");
}

/** What the knobs, or the question whose run is shown, put in the place of a `#define`. */
function definesOf(
	lesson: Lesson | null,
	knobs: KnobValues,
	run: string | null,
): ReadonlyMap<string, string> {
	const question = lesson?.blocks.find((block) => block.kind === "predict" && block.id === run);
	const asked = question?.kind === "predict" ? (question.variant?.knobs ?? {}) : {};
	const values = run === null ? knobs : asked;
	const turned = (lesson?.knobs ?? []).filter(({ target, name }) => target === "define" && name in values);
	return new Map(turned.map(({ name }) => [name, values[name] as string]));
}

/** Where the program of a lesson, as its knobs stand, can be changed at will. */
function elsewhere(lesson: Lesson | null, knobs: KnobValues, run: string | null): string | null {
	if (lesson === null || lesson.id === PLAYGROUND) return null;
	const query = new URLSearchParams({ lesson: lesson.id });
	if (run !== null) query.set("run", run);
	for (const { name, start } of lesson.knobs) {
		const value = knobs[name];
		if (value !== undefined && value !== start) query.set(`set.${name}`, value);
	}
	return `#/playground?${query}`;
}

function lives({ kernel }: Scene, pid: Pid): boolean {
	const process = kernel.processes[pid];
	return process !== undefined && process.state !== "zombie";
}

interface SourceFileProps {
	readonly path: string;
	readonly text: string;
	/** A list of `Standing` as text, so that a file is drawn again only when somebody moves in it. */
	readonly standing: string;
	/** The address of a page on which it can be changed, or null. */
	readonly elsewhere: string | null;
	/** Whether it is the first file of an exercise as the reader has tried it: from there one leads back. */
	readonly tried: boolean;
	/**
	 * The only file, and the first before anybody stands anywhere. Of several, those in which nobody stands are closed
	 * until they are wanted.
	 */
	readonly open: boolean;
	/** Another file has the room: closed unless it is wanted, whoever stands here. */
	readonly aside: boolean;
}

const SourceFile = memo(function SourceFile({
	path,
	text,
	standing,
	elsewhere,
	tried,
	open: always,
	aside,
}: SourceFileProps) {
	const { showRun } = useActions();
	const [wished, wish] = useState(false);
	const lines = useMemo(() => sourceLines(text), [text]);
	const here = useMemo(() => JSON.parse(standing) as readonly Standing[], [standing]);
	const pointed = useAttention(({ line }) =>
		line !== null && (line.file === null || line.file === path) ? line.line : null,
	);
	const list = useRef<HTMLOListElement>(null);
	const needed = (!aside && (always || here.length > 0)) || pointed !== null;
	const open = needed || wished;
	const wanted = pointed ?? (here.find(({ acting }) => acting) ?? here[0])?.line ?? null;
	useEffect(() => {
		// Measured in the next frame, when the page is laid out anyway.
		const frame = requestAnimationFrame(() => {
			if (list.current !== null && wanted !== null) bringIntoView(list.current, wanted);
		});
		return () => cancelAnimationFrame(frame);
	}, [wanted]);
	return (
		<section className={`source${open ? "" : " closed"}`} aria-label={`Source of ${path}`}>
			<h3>
				{needed ? (
					path
				) : (
					<button type="button" aria-expanded={open} onClick={() => wish(!wished)}>
						{path}
					</button>
				)}
				{elsewhere !== null && (
					<span className="elsewhere">
						<a href={elsewhere}>Change it in the playground</a>
						{tried ? (
							<button type="button" className="button" onClick={() => showRun(null)}>
								Your try. {BACK}
							</button>
						) : (
							<ToTerminal />
						)}
					</span>
				)}
			</h3>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
			<ol ref={list} tabIndex={0} aria-label={path} hidden={!open}>
				{lines.map((line) => (
					<CodeLine
						key={line.number}
						line={line}
						standing={standingOn(line.number, here)}
						pointed={pointed === line.number}
					/>
				))}
			</ol>
		</section>
	);
});

/** A shell on this very computer, where the run stands. */
function ToTerminal() {
	const session = useSessionOfPage();
	useSession(({ scene }) => scene?.step);
	const address = session.address();
	if (address === null) return null;
	const [, query = ""] = formatAddress(address).split("?", 2);
	return (
		<a
			href={`#/terminal?lesson=${address.id}&${query}`}
			aria-label="To the terminal, at this step"
			title="A shell on this computer, at this step"
		>
			Terminal
		</a>
	);
}

const NOBODY: readonly Standing[] = [];

/** Of most lines the very same, so that they are not drawn again. */
function standingOn(line: number, here: readonly Standing[]): readonly Standing[] {
	const found = here.filter((each) => each.lives && each.line === line);
	return found.length === 0 ? NOBODY : found;
}

/** Scrolls only the list, and only when the line is out of sight or close to the edge. */
function bringIntoView(list: HTMLOListElement, number: number): void {
	const line = list.children[number - 1];
	if (!(line instanceof HTMLElement)) return;
	const height = Number.parseFloat(getComputedStyle(list).lineHeight) || line.offsetHeight;
	const visible = Math.floor(list.clientHeight / height);
	const margin = height * Math.max(0, Math.min(2, Math.floor((visible - 1) / 2)));
	const top = line.offsetTop - list.offsetTop;
	const above = top - margin < list.scrollTop;
	const below = top + line.offsetHeight + margin > list.scrollTop + list.clientHeight;
	if (!above && !below) return;
	const to = top - Math.floor((visible - 1) / 2) * height;
	list.scrollTo?.({ top: to, behavior: mayMove() ? "smooth" : "auto" });
}

interface CodeLineProps {
	readonly line: SourceLine;
	readonly standing: readonly Standing[];
	readonly pointed: boolean;
}

const CodeLine = memo(function CodeLine({ line, standing, pointed }: CodeLineProps) {
	const first = standing.find(({ acting }) => acting) ?? standing[0];
	const marks = first === undefined ? "" : ` here hue-${first.identity.hue}${first.acting ? " acting" : ""}`;
	return (
		<li
			className={`code-line${marks}${pointed ? " pointed" : ""}`}
			style={{ "--indent": `${indentOf(line)}ch` } as CSSProperties}
		>
			<span className="line-number" aria-hidden="true">
				{line.number}
			</span>
			<code>
				<CodeWords tokens={line.tokens} />
			</code>
			{standing.length > 0 && (
				<span className="standing">
					{standing.map(({ identity }) => (
						<span key={identity.pid}>
							<Badge identity={identity} small />
							<span className="unseen">{identity.name} is here</span>
						</span>
					))}
				</span>
			)}
		</li>
	);
});
