// The stage: user space above, kernel below, a line between; processes, what they hold, and where the bytes are.
import { type ComponentType, lazy, memo, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { StagePart } from "../lessons/index.ts";
import { questionWithRun, type Scene } from "../session/index.ts";
import { useAttention } from "./attention.tsx";
import type { Stop } from "./eye.ts";
import { OpenFile } from "./OpenFile.tsx";
import { PipeTube } from "./PipeTube.tsx";
import { ProcessCard } from "./ProcessCard.tsx";
import type { CardLayout, Room, StageLayout } from "./pictures/layout.ts";
import { litBy, type StagePicture, stageText, wakePath } from "./pictures/stage.ts";
import { belowHeight, boxStyle, rem } from "./place.ts";
import { bringToEye } from "./reading-place.ts";
import { hasNoSource, SourceView } from "./SourceView.tsx";
import { useSession } from "./session-context.tsx";
import { TerminalOutput } from "./TerminalOutput.tsx";
import { useStageLayout, useStagePicture, useUnits } from "./use-stage.ts";
import { Wires } from "./Wires.tsx";

/** Comes with the first file that somebody opens. */
const FileBox = lazy(() => import("./FileBox.tsx").then((module) => ({ default: module.FileBox })));

/** Comes with the first socket. */
const Channel = lazy(() => import("./Channel.tsx").then((module) => ({ default: module.Channel })));

/** Comes with the first step forward. */
const Travellers = lazy(() => import("./Travellers.tsx").then((module) => ({ default: module.Travellers })));

/** Comes with the first run that hangs. */
const WaitCircle = lazy(() => import("./WaitCircle.tsx").then((module) => ({ default: module.WaitCircle })));

/** Comes with a lesson that has bytes of several writers. */
const WriterSwitch = lazy(() =>
	import("./FifoParts.tsx").then((module) => ({ default: module.WriterSwitch })),
);

/** Comes with the first message queue. */
const Rack = lazy(() => import("./Rack.tsx").then((module) => ({ default: module.Rack })));

/** How the stage stands beside the terminals: see `terminal/close-stage.tsx`. */
export interface CloseStage {
	readonly roomOf: (picture: StagePicture) => Partial<Room>;
	/** Whether the page follows a step to what it changes. */
	readonly follows: () => boolean;
	readonly aside: (picture: StagePicture, scene: Scene) => StagePicture;
	readonly Source: ComponentType<{ readonly scene: Scene; readonly picture: StagePicture }>;
}

export interface StageProps {
	readonly scene: Scene;
	readonly show: ReadonlySet<StagePart>;
	/** Whether the source is a part of it; else it is shown elsewhere. */
	readonly source?: boolean;
	/** What terminals show stands elsewhere. */
	readonly close?: CloseStage | undefined;
	/** Units of height that stand below the controls and are to be seen with them. */
	readonly below?: number;
}

export function Stage({ scene, show, source = true, close, below = 0 }: StageProps) {
	const frame = useRef<HTMLElement>(null);
	const { width, height } = useUnits(frame);
	const picture = useStagePicture(scene, show, close?.aside);
	return (
		<section className="stage" aria-label="Stage" ref={frame} data-step={scene.step}>
			<p className="unseen">{stageText(picture)}</p>
			{width > 0 && (
				<Scenery
					scene={scene}
					picture={picture}
					width={width}
					height={height - below}
					source={source && close === undefined}
					close={close}
				/>
			)}
			{close && <close.Source scene={scene} picture={picture} />}
		</section>
	);
}

interface SceneryProps {
	readonly scene: Scene;
	readonly picture: StagePicture;
	readonly width: number;
	readonly height: number;
	readonly source: boolean;
	readonly close: CloseStage | undefined;
}

const NOBODY: ReadonlyMap<string, number> = new Map();

/** What the window leaves for the stage once masthead, sentence, lanes and controls have theirs; in a low one they stand closer. */
function stageHeight(height: number, lanes: number, show: ReadonlySet<StagePart>): number {
	const others = height > 800 ? 298 : 245;
	return Math.min(820, height - others - 25 * lanes - belowHeight(show));
}

function Scenery({ scene, picture, width, height, source, close }: SceneryProps) {
	const kept = useSession(
		({ lesson, run }) => (lesson && questionWithRun(lesson, run)?.variant?.room) ?? lesson?.room,
	);
	const high = stageHeight(height, picture.processes.length, picture.show);
	const anonymous = picture.show.has("anonymous");
	const programs = useSession((state) => state.programs);
	const beside = source && !hasNoSource(programs, scene);
	const [layout, zoom] = useStageLayout(picture, {
		width,
		height: high,
		source: beside,
		...(close?.roomOf(picture) ?? kept),
	});
	const narrow = beside && layout.source === null;
	const shown = useRef(scene);
	const asked = useSession(({ held, gate }) => (held ? gate?.question : undefined));
	const playing = useSession((state) => state.playing);
	const played = useRef(playing);
	useEffect(() => {
		const stops =
			!playing && (played.current || scene.moved === "jump" || asked !== undefined || scene.ending !== null);
		if (shown.current === scene && played.current === playing) return;
		shown.current = scene;
		played.current = playing;
		if (source || close?.follows()) bringToEye(false, stops ? stopAt(scene, asked) : null);
	}, [scene, source, close, playing, asked]);
	const circle = scene.diagnosis?.circle ?? [];
	const [signed, sign] = useState(!anonymous);
	const key = useAttention((attention) => attention.key);
	const lit = useMemo(() => litBy(picture, key), [picture, key]);
	const moving = scene.moved === "forward";
	const waking = useMemo(() => (moving ? wakePath(picture) : NOBODY), [picture, moving]);
	return (
		<>
			{narrow && <SourceView scene={scene} identities={picture.identities} tight />}
			<div
				className={`scenery${anonymous && !signed ? " anonymous" : ""}`}
				style={{ height: rem(layout.height), zoom }}
			>
				<Ground
					boundary={layout.boundary}
					left={layout.left}
					crossing={layout.left > 0 && !anonymous && circle.length === 0}
				/>
				{anonymous && (
					<Suspense>
						<WriterSwitch signed={signed} sign={sign} />
					</Suspense>
				)}
				<Wires
					wires={layout.wires}
					identities={picture.identities}
					width={layout.width}
					height={layout.height}
					lit={lit}
					waking={waking}
				/>
				{layout.source !== null && (
					<div className="source-place" style={boxStyle(layout.source)}>
						<SourceView scene={scene} identities={picture.identities} />
					</div>
				)}
				<Cards picture={picture} layout={layout} lit={lit} moving={moving} actor={scene.actor} />
				<KernelObjects
					picture={picture}
					layout={layout}
					lit={lit}
					moving={moving}
					signed={signed || !anonymous}
				/>
				{moving && (
					<Suspense>
						<Travellers key={scene.version} picture={picture} layout={layout} />
					</Suspense>
				)}
				{circle.length > 0 && (
					<Suspense>
						<WaitCircle circle={circle} layout={layout} />
					</Suspense>
				)}
			</div>
		</>
	);
}

/** What a stop is about: what was said there, and what is asked. */
function stopAt({ sentence, ending }: Scene, asked: string | undefined): Stop {
	const question = document.getElementById(`asked-${asked}`)?.textContent;
	const ended = ending?.kind === "exited" || ending?.kind === "killed";
	return { words: [sentence?.text, question].join(" "), ended };
}

/** Below the line, the row of the calls that have crossed it. */
const CALLS_H = 33;

interface GroundProps {
	readonly boundary: number;
	readonly left: number;
	/** Whether the strip above the cards says what the line below is; else something else stands there. */
	readonly crossing: boolean;
}

const Ground = memo(function Ground({ boundary, left, crossing }: GroundProps) {
	const x = left > 0 ? rem(left + 16) : undefined;
	return (
		<>
			<div className="ground" style={{ top: rem(boundary), left: rem(left) }} />
			<p className="region" style={{ top: rem(8), left: x }}>
				user space
			</p>
			<p className="region" style={{ top: rem(boundary + CALLS_H), left: x }}>
				kernel
			</p>
			{crossing && (
				<p className="region crossing" style={{ top: rem(8) }}>
					system calls cross the line below
				</p>
			)}
		</>
	);
});

interface PartProps {
	readonly picture: StagePicture;
	readonly layout: StageLayout;
	readonly lit: ReadonlySet<string>;
	readonly moving: boolean;
}

function Cards({ picture, layout, lit, moving, actor }: PartProps & { readonly actor: number | null }) {
	return picture.processes.map((process) => {
		const card = layout.cards.get(process.pid);
		if (card === undefined || process.phase === "unborn") return null;
		const birth = picture.births.find(({ child }) => child === process.pid);
		const parent = birth === undefined ? undefined : layout.cards.get(birth.parent);
		return (
			<ProcessCard
				key={process.pid}
				process={process}
				layout={card}
				born={moving && parent !== undefined ? parent.box.x - card.box.x : null}
				acting={actor === process.pid}
				showDescriptors={picture.show.has("descriptors")}
				lit={litKey(lit, process.pid)}
				callRoom={callRoom(picture, layout, card)}
			/>
		);
	});
}

/** Up to the next call in its row, and a little less; where there is none, up to the stage's edge. */
function callRoom({ processes }: StagePicture, { cards }: StageLayout, { call }: CardLayout): number {
	const beyond = processes.flatMap(({ pid, call: text }) => {
		const other = text === null ? undefined : cards.get(pid)?.call;
		return other?.y === call.y && other.x > call.x ? [other.x - call.x - 12] : [];
	});
	return Math.min(call.w, ...beyond);
}

/** The lit descriptors of one card as one string, so that other cards are not drawn again. */
function litKey(lit: ReadonlySet<string>, pid: number): string {
	return [...lit].filter((key) => key.startsWith(`${pid}/`)).join(" ");
}

function KernelObjects({ picture, layout, lit, moving, signed }: PartProps & { readonly signed: boolean }) {
	return (
		<>
			{layout.tubes.map((tube) => {
				const pipe = picture.pipes.find(({ id }) => id === tube.id);
				return pipe === undefined ? null : (
					<PipeTube
						key={tube.id}
						pipe={pipe}
						layout={tube}
						cards={layout.cards}
						identities={picture.identities}
						openFiles={picture.openFiles}
						show={picture.show}
						litWrite={lit.has(tube.write.key)}
						litRead={lit.has(tube.read.key)}
						signed={signed}
						moving={moving}
					/>
				);
			})}
			{layout.racks.length > 0 && (
				<Suspense>
					{layout.racks.map((place) => {
						const rack = picture.racks.find(({ id }) => id === place.id);
						return rack === undefined ? null : (
							<Rack
								key={place.id}
								rack={rack}
								layout={place}
								cards={layout.cards}
								identities={picture.identities}
								queues={picture.show.has("queues")}
								lit={lit.has(rack.key)}
								moving={moving}
							/>
						);
					})}
				</Suspense>
			)}
			{layout.channels.length > 0 && (
				<Suspense>
					{layout.channels.map((place) => {
						const channel = picture.channels.find(({ id }) => id === place.id);
						return channel === undefined ? null : (
							<Channel
								key={place.id}
								channel={channel}
								layout={place}
								identities={picture.identities}
								lit={lit}
							/>
						);
					})}
				</Suspense>
			)}
			{picture.show.has("open-files") &&
				layout.terminalPlugs.map(({ openFile, plug }) => (
					<OpenFile
						key={openFile}
						openFile={picture.openFiles.find(({ id }) => id === openFile)}
						layout={plug}
						lit={lit.has(plug.key)}
					/>
				))}
			{layout.files.length > 0 && (
				<Suspense>
					{layout.files.map((place) => {
						const file = picture.files.find(({ id }) => id === place.id);
						return file === undefined ? null : (
							<FileBox key={place.id} file={file} layout={place} openFiles={picture.openFiles} lit={lit} />
						);
					})}
				</Suspense>
			)}
			{layout.terminal.w > 0 && (
				<TerminalOutput terminal={picture.terminal} box={layout.terminal} identities={picture.identities} />
			)}
		</>
	);
}
