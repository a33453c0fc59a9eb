// The C source, once per program: every process marks the line on which it stands with its letter and colour.
import { memo, useLayoutEffect, useMemo, useRef } from "react";
import type { Pid } from "../kernel/index.ts";
import type { Scene } from "../session/index.ts";
import { useAttention } from "./attention.tsx";
import { Badge } from "./Badge.tsx";
import { mayMove } from "./motion.ts";
import type { Identity } from "./pictures/identity.ts";
import { type SourceLine, sourceLines } from "./pictures/source.ts";
import { useSession } from "./session-context.tsx";

interface Standing {
	readonly line: number;
	readonly identity: Identity;
	readonly acting: boolean;
}

interface SourceViewProps {
	readonly scene: Scene;
	readonly identities: ReadonlyMap<Pid, Identity>;
}

export function SourceView({ scene, identities }: SourceViewProps) {
	const programs = useSession((state) => state.programs);
	const files = programs.flatMap((program) => program.files).filter(({ path }) => path.endsWith(".c"));
	const standing = (path: string): readonly Standing[] =>
		[...scene.places].flatMap(([pid, place]) => {
			const identity = identities.get(pid);
			const there =
				place.file === path && identity !== undefined && scene.kernel.processes[pid] !== undefined;
			return there ? [{ line: place.line, identity, acting: scene.actor === pid }] : [];
		});
	return (
		<div className={`sources${files.length > 1 ? " several" : ""}`}>
			{files.map(({ path, text }) => (
				<SourceFile key={path} path={path} text={text} standing={JSON.stringify(standing(path))} />
			))}
		</div>
	);
}

interface SourceFileProps {
	readonly path: string;
	readonly text: string;
	/** A list of `Standing` as text, so that a file is drawn again only when somebody moves in it. */
	readonly standing: string;
}

const SourceFile = memo(function SourceFile({ path, text, standing }: SourceFileProps) {
	const lines = useMemo(() => sourceLines(text), [text]);
	const here = useMemo(() => JSON.parse(standing) as readonly Standing[], [standing]);
	const pointed = useAttention(({ line }) =>
		line !== null && (line.file === null || line.file === path) ? line.line : null,
	);
	const list = useRef<HTMLOListElement>(null);
	const wanted = pointed ?? (here.find(({ acting }) => acting) ?? here[0])?.line ?? null;
	useLayoutEffect(() => {
		if (list.current !== null && wanted !== null) bringIntoView(list.current, wanted);
	}, [wanted]);
	return (
		<section className={`source${here.length === 0 ? " empty" : ""}`} aria-label={`Source of ${path}`}>
			<h3>{path}</h3>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
			<ol ref={list} tabIndex={0} aria-label={path}>
				{lines.map((line) => (
					<CodeLine
						key={line.number}
						line={line}
						standing={here.filter((each) => each.line === line.number)}
						pointed={pointed === line.number}
					/>
				))}
			</ol>
		</section>
	);
});

/** Scrolls only the list, and only when the line is out of sight or close to the edge. */
function bringIntoView(list: HTMLOListElement, number: number): void {
	const line = list.children[number - 1];
	if (!(line instanceof HTMLElement)) return;
	const margin = line.offsetHeight * 2;
	const top = line.offsetTop - list.offsetTop;
	const above = top - margin < list.scrollTop;
	const below = top + line.offsetHeight + margin > list.scrollTop + list.clientHeight;
	if (!above && !below) return;
	const to = Math.floor((top - list.clientHeight / 2) / line.offsetHeight) * line.offsetHeight;
	list.scrollTo?.({ top: to, behavior: mayMove() ? "smooth" : "auto" });
}

interface CodeLineProps {
	readonly line: SourceLine;
	readonly standing: readonly Standing[];
	readonly pointed: boolean;
}

function CodeLine({ line, standing, pointed }: CodeLineProps) {
	const first = standing.find(({ acting }) => acting) ?? standing[0];
	const marks = first === undefined ? "" : ` here hue-${first.identity.hue}${first.acting ? " acting" : ""}`;
	return (
		<li className={`code-line${marks}${pointed ? " pointed" : ""}`}>
			<span className="line-number" aria-hidden="true">
				{line.number}
			</span>
			<code>
				{line.tokens.map((token, index) =>
					token.kind === "plain" ? (
						token.text
					) : (
						// biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a line never change
						<span key={index} className={`word-${token.kind}`}>
							{token.text}
						</span>
					),
				)}
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
}
