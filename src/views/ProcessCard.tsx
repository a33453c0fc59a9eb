// A process: who it is, what it is doing, and its descriptors as sockets along its lower edge.
import { lazy, memo, Suspense, useLayoutEffect, useRef } from "react";
import { lineWords, onLineWords } from "../explain/index.ts";
import { Badge } from "./Badge.tsx";
import { DescriptorTable } from "./DescriptorTable.tsx";
import { arrive } from "./motion.ts";
import type { CardLayout } from "./pictures/layout.ts";
import type { Phase, ProcessPicture } from "./pictures/stage.ts";
import { boxStyle, pointStyle, rem } from "./place.ts";
import { useSession } from "./session-context.tsx";

/** Come with a lesson that shows them. */
const Meter = lazy(() => import("./CardParts.tsx").then((module) => ({ default: module.Meter })));
const Tank = lazy(() => import("./CardParts.tsx").then((module) => ({ default: module.Tank })));

/** A card lower than this says only what it waits for, not who could end it. */
const BRIEF = 200;

interface ProcessCardProps {
	readonly process: ProcessPicture;
	readonly layout: CardLayout;
	/** Units to the parent from which it has just come, or null. */
	readonly born: number | null;
	/** Whether it is the one whose step this was. */
	readonly acting: boolean;
	readonly showDescriptors: boolean;
	/** Keys of its lit descriptors. */
	readonly lit: string;
	/** Units from its call to the next one on its right, or to the stage's edge. */
	readonly callRoom: number;
}

export const ProcessCard = memo(function ProcessCard(props: ProcessCardProps) {
	const { process, layout, born, acting, showDescriptors, lit, callRoom } = props;
	const card = useRef<HTMLElement>(null);
	useLayoutEffect(() => {
		if (born !== null && card.current !== null) arrive(card.current, [{ dx: born, dy: 0 }]);
	}, [born]);
	const { identity, phase } = process;
	const marks = `${acting ? " acting" : ""}${process.changed ? " changed" : ""}${process.wait?.forever ? " forever" : ""}`;
	return (
		<>
			<article
				ref={card}
				className={`card hue-${identity.hue} ${phase}${marks}`}
				style={boxStyle(layout.box)}
				aria-label={`${identity.name}, pid ${process.pid}: ${process.state}`}
			>
				<header>
					<Badge identity={identity} />
					<h3>{identity.name}</h3>
					<span className="pid">
						pid {process.pid}
						{process.user && ` as ${process.user}`}
					</span>
				</header>
				<p className="phase">
					<PhaseSign phase={phase} />
					{process.state}
				</p>
				<div className="inside">
					<Suspense>
						{process.meter !== null && <Meter meter={process.meter} />}
						{process.buffers.map((buffer) => (
							<Tank key={buffer.name} buffer={buffer} />
						))}
					</Suspense>
					<Doing
						process={process}
						brief={layout.box.h < BRIEF || process.buffers.length > 0 || process.meter !== null}
					/>
					<Variables process={process} />
				</div>
				{showDescriptors && process.descriptors.length > 0 && (
					<DescriptorTable process={process} card={layout} lit={lit} />
				)}
			</article>
			{process.call !== null && (
				<div className="call-place" style={{ ...pointStyle(layout.call), width: rem(layout.call.w) }}>
					<p
						className={`call hue-${identity.hue}`}
						style={besideCall(layout, process.call, callRoom)}
						title={process.call}
					>
						<code>{process.call}</code>
					</p>
				</div>
			)}
		</>
	);
});

/** A call that has another to its right ends before that one begins. */
function besideCall({ call }: CardLayout, text: string, w: number): React.CSSProperties | undefined {
	if (call.w <= w) return;
	// A letter is 7.2 units wide; one that would be cut is set smaller.
	const small = text.length * 7.2 + 19 > w;
	return {
		maxWidth: `min(18rem, ${rem(w)})`,
		...(small && { fontSize: "0.6875rem", paddingInline: "0.25rem" }),
	};
}

/** What the function in which it stands has in its variables. */
function Variables({ process }: { process: ProcessPicture }) {
	if (process.variables.length === 0) return null;
	return (
		<dl className="variables" aria-label="Variables">
			{process.variables.map(({ name, value }) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd className={value.includes(" = ") ? "parts" : ""} title={value}>
						{value}
					</dd>
				</div>
			))}
		</dl>
	);
}

function Doing({ process, brief }: { process: ProcessPicture; brief: boolean }) {
	const programs = useSession((state) => state.programs);
	if (process.wait !== null) {
		return (
			<p className="doing">
				<span>for {process.wait.what}</span>
				{process.wait.since !== null && !(brief && process.wait.forever) && (
					<span className="since">since {lineWords(programs, process.wait.since)}</span>
				)}
				{process.wait.forever ? (
					<strong className="forever-word">It waits for ever.</strong>
				) : (
					!brief && process.wait.enders !== "" && <span className="enders">{process.wait.enders}</span>
				)}
			</p>
		);
	}
	if (process.phase === "zombie")
		return (
			<p className="doing">
				<span>nobody has waited for it yet</span>
			</p>
		);
	if (process.place === null || process.phase === "gone") return null;
	return <Statement file={process.place.file} line={process.place.line} />;
}

/** The line of C on which it stands, word for word. */
function Statement({ file, line }: { file: string; line: number }) {
	const programs = useSession((state) => state.programs);
	const text = programs.flatMap(({ files }) => files).find(({ path }) => path === file)?.text;
	const code =
		text
			?.split("\n")
			[line - 1]?.replace(/\s*\/\/.*$/, "")
			.trim() ?? "";
	return (
		<p className="doing">
			<span>{onLineWords(programs, { file, line }).trimStart()}</span>
			{code !== "" && (
				<code className="statement" title={code}>
					{code}
				</code>
			)}
		</p>
	);
}

/** The state as a shape: colour is never alone. */
function PhaseSign({ phase }: { phase: Phase }) {
	return (
		<svg className="sign" viewBox="0 0 12 12" aria-hidden="true">
			{phase === "running" && <path d="M2.500 1.500 10.500 6l-8 4.500z" fill="currentColor" />}
			{phase === "ready" && (
				<circle cx="6" cy="6" r="4.200" fill="none" stroke="currentColor" strokeWidth="1.600" />
			)}
			{phase === "waiting" && (
				<path d="M3.500 2v8M8.500 2v8" stroke="currentColor" strokeWidth="2.200" strokeLinecap="round" />
			)}
			{phase === "stopped" && <rect x="2" y="2" width="8" height="8" fill="currentColor" />}
			{(phase === "zombie" || phase === "gone") && (
				<path d="M2.500 2.500l7 7M9.500 2.500l-7 7" stroke="currentColor" strokeWidth="1.800" />
			)}
		</svg>
	);
}
