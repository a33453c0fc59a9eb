// Repair by pieces: real lines, some of them wrong, put into places of the program; judged by running it.
import { type CSSProperties, Suspense, useEffect, useState } from "react";
import type { Fix } from "../lessons/index.ts";
import { CodeWords } from "./CodeWords.tsx";
import { Icon } from "./Icon.tsx";
import { OwnRun } from "./PredictCard.tsx";
import { ProseBlock } from "./ProseBlock.tsx";
import { move, type Placement, poolOf, textWithPlaces } from "./pictures/placement.ts";
import { indentOf } from "./pictures/source.ts";
import { useActions, useSession } from "./session-context.tsx";
import { useWorkroom } from "./workroom.ts";
import "./css/fix.css";

export function FixIt({ fix }: { fix: Fix }) {
	const lesson = useSession((state) => state.lesson);
	const placement =
		useSession((state) => state.progress.lessons[state.lesson?.id ?? ""]?.fixes[fix.id]) ?? {};
	const fixed = useSession((state) => state.progress.lessons[state.lesson?.id ?? ""]?.fixed.includes(fix.id));
	const loading = useSession((state) => state.busy);
	const { arrange, tryFix } = useActions();
	const [trying, setTrying] = useState(false);
	const busy = trying || loading;
	useEffect(() => {
		if (!trying) return;
		// Two frames on: the button has said that it is at work before the work keeps the page.
		let frame = requestAnimationFrame(() => {
			frame = requestAnimationFrame(() => {
				tryFix(fix.id);
				setTrying(false);
			});
		});
		return () => cancelAnimationFrame(frame);
	}, [trying, tryFix, fix.id]);
	const [held, hold] = useState<string | null>(null);
	const text = (fix.programs ?? lesson?.programs ?? [])
		.flatMap(({ files }) => files)
		.find(({ path }) => path === fix.file)?.text;
	const put = (piece: string, place: string | null): void => {
		arrange(fix.id, move(placement, piece, place));
		hold(null);
	};
	const board: Board = { fix, placement, held, hold, put };
	const used = Object.values(placement).flat().length;
	return (
		<section className="task" aria-label="Repair it">
			<p className="kind">Try it</p>
			<ProseBlock html={fix.html} />
			<p className="goal block">
				<b>Goal:</b> <ProseBlock html={fix.goalHtml} inline />
				{fix.atMost !== null && ` With at most ${fix.atMost === 1 ? "one line" : `${fix.atMost} lines`}.`}
			</p>
			<Pool board={board} />
			<section className="fix-code" aria-label={`${fix.file} with its places`}>
				{textWithPlaces(text ?? "", fix, placement).map((part) =>
					part.kind === "text" ? (
						<div
							key={part.line.number}
							className="code-line"
							style={{ "--indent": `${indentOf(part.line)}ch` } as CSSProperties}
						>
							<span className="line-number" aria-hidden="true">
								{part.number}
							</span>
							<code>
								<CodeWords tokens={part.line.tokens} />
							</code>
						</div>
					) : (
						<Place
							key={part.place}
							board={board}
							place={part.place}
							label={part.label}
							indent={part.indent}
						/>
					),
				)}
			</section>
			<div className="commit">
				<button
					type="button"
					className="button plain"
					onClick={() => arrange(fix.id, {})}
					disabled={used === 0}
				>
					Take all out
				</button>
				<button
					type="button"
					className="button main"
					aria-disabled={busy}
					onClick={() => !busy && setTrying(true)}
				>
					{busy ? "Running…" : "Run it"}
				</button>
			</div>
			<ByHand fix={fix} tried={fixed === true} />
			<Result fix={fix} fixed={fixed ?? false} />
		</section>
	);
}

/** Who has tried with the lines that are there may write lines of their own. */
function ByHand({ fix, tried }: { fix: Fix; tried: boolean }) {
	const result = useSession((state) => state.fixResults[fix.id]);
	const written = useSession((state) => state.progress.lessons[state.lesson?.id ?? ""]?.texts[fix.id]);
	const [wished, wish] = useState(false);
	const room = useWorkroom();
	if (room === null || (!tried && result === undefined && written === undefined)) return null;
	return (
		<div className="by-hand">
			<button type="button" className="button plain why" aria-expanded={wished} onClick={() => wish(!wished)}>
				{wished ? "Leave the editor" : "Write it yourself"}
			</button>
			{wished && (
				<Suspense fallback={<p className="next-part">The editor is coming …</p>}>
					<room.Editor fix={fix} />
				</Suspense>
			)}
		</div>
	);
}

interface Board {
	readonly fix: Fix;
	readonly placement: Placement;
	/** The piece that has been taken up, to be put somewhere. */
	readonly held: string | null;
	readonly hold: (piece: string | null) => void;
	readonly put: (piece: string, place: string | null) => void;
}

function Pool({ board }: { board: Board }) {
	const pieces = poolOf(board.fix, board.placement);
	return (
		<ul className="pool" aria-label="Lines to use">
			{pieces.map((piece) => (
				<li key={piece.id}>
					<Piece board={board} id={piece.id} />
				</li>
			))}
			{pieces.length === 0 && <li className="nobody">all lines are used</li>}
		</ul>
	);
}

function Piece({ board, id, place = null }: { board: Board; id: string; place?: string | null }) {
	const piece = board.fix.pieces.find((each) => each.id === id);
	if (piece === undefined) return null;
	const held = board.held === id;
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dragging is the second way; the buttons are the first
		<div className="piece" draggable onDragStart={(event) => event.dataTransfer.setData("text/plain", id)}>
			<button
				type="button"
				className="grab"
				aria-pressed={held}
				onClick={() => board.hold(held ? null : id)}
				aria-label={`${piece.text} ${held ? "(taken up: choose a place)" : ""}`}
			>
				{piece.text}
			</button>
			{piece.subgoal !== null && <span className="subgoal">{piece.subgoal}</span>}
			{place !== null && (
				<button
					type="button"
					className="button plain"
					onClick={() => board.put(id, null)}
					aria-label={`Take out ${piece.text}`}
				>
					<Icon name="cross" />
				</button>
			)}
		</div>
	);
}

interface PlaceProps {
	readonly board: Board;
	readonly place: string;
	readonly label: string;
	readonly indent: string;
}

function Place({ board, place, label, indent }: PlaceProps) {
	const [over, setOver] = useState(false);
	const inside = board.placement[place] ?? [];
	const { held } = board;
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dragging is the second way; the buttons are the first
		<div
			className={`fix-place${over ? " over" : ""}`}
			style={{ marginLeft: `calc(${indent.replaceAll("\t", "    ").length}ch + 2.5rem)` }}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setOver(false);
				board.put(event.dataTransfer.getData("text/plain"), place);
			}}
		>
			{inside.map((id) => (
				<Piece key={id} board={board} id={id} place={place} />
			))}
			{held !== null && !inside.includes(held) ? (
				<button type="button" className="put" onClick={() => board.put(held, place)}>
					Put it here, {label}
				</button>
			) : (
				inside.length === 0 && <span className="empty">{label}</span>
			)}
		</div>
	);
}

function Result({ fix, fixed }: { fix: Fix; fixed: boolean }) {
	const result = useSession((state) => state.fixResults[fix.id]);
	const room = useWorkroom();
	return (
		<>
			<div role="status">
				{result !== undefined && (
					<div className={`result${result.right ? " right" : ""}`}>
						<p>
							<b>{result.right ? "That is it. " : "Not yet. "}</b>
							{result.text}
						</p>
						{result.more && <ProseBlock html={result.more} />}
						{/\bline \d/.test(result.text) && (
							<p className="proof">
								Lines are counted in the program above, <code>{fix.file}</code>.
							</p>
						)}
						{result.output !== null && result.output !== "" && (
							<pre>
								<span className="unseen">It printed: </span>
								{result.output}
							</pre>
						)}
					</div>
				)}
				{result === undefined && fixed && <p className="result right">You have solved this.</p>}
			</div>
			{result?.tried !== undefined && <OwnRun id={fix.id} />}
			{room !== null && result?.troubled !== undefined && (
				<Suspense fallback={null}>
					<room.ExerciseCure fix={fix} />
				</Suspense>
			)}
		</>
	);
}
