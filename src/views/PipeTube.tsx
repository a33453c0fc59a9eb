// A pipe: its two ends with their holders, the bytes between them in their writers' colours, and who waits at which mouth.
import { lazy, memo, Suspense, useLayoutEffect, useRef } from "react";
import type { Pid } from "../kernel/index.ts";
import type { StagePart } from "../lessons/index.ts";
import { usePoint } from "./attention.tsx";
import { Badge } from "./Badge.tsx";
import { arrive } from "./motion.ts";
import { byteCount, grouped } from "./pictures/bytes.ts";
import { type Identity, identityOf } from "./pictures/identity.ts";
import { type CardLayout, cellPlace, type Point, socketOf, type TubeLayout } from "./pictures/layout.ts";
import type { Cell, End, PipePicture } from "./pictures/pipe.ts";
import type { OpenFilePicture } from "./pictures/stage.ts";
import { boxStyle, rem } from "./place.ts";
import { WaitQueue } from "./WaitQueue.tsx";

/** These come with the first FIFO. */
const NamePlate = lazy(() => import("./FifoParts.tsx").then((module) => ({ default: module.NamePlate })));
const Door = lazy(() => import("./FifoParts.tsx").then((module) => ({ default: module.Door })));

/** And these with the first pipe whose room is given back by pages. */
const Slots = lazy(() => import("./PipePages.tsx").then((module) => ({ default: module.Slots })));
const Pages = lazy(() => import("./PipePages.tsx").then((module) => ({ default: module.Pages })));

const NO_WAY: readonly Point[] = [];

type Identities = ReadonlyMap<Pid, Identity>;

interface PipeTubeProps {
	readonly pipe: PipePicture;
	readonly layout: TubeLayout;
	readonly cards: ReadonlyMap<Pid, CardLayout>;
	readonly identities: Identities;
	readonly openFiles: readonly OpenFilePicture[];
	readonly show: ReadonlySet<StagePart>;
	readonly litWrite: boolean;
	readonly litRead: boolean;
	/** false: the words do not say who wrote the bytes, as the colours do not. */
	readonly signed: boolean;
	readonly moving: boolean;
}

export const PipeTube = memo(function PipeTube(props: PipeTubeProps) {
	const { pipe, layout, identities, show, signed } = props;
	return (
		<>
			<Mouth {...props} end={pipe.write} lit={props.litWrite} />
			<Mouth {...props} end={pipe.read} lit={props.litRead} />
			<div
				className={`tube${pipe.absent ? " absent" : ""}${pipe.write.capped ? " capped-write" : ""}${pipe.read.capped ? " capped-read" : ""}`}
				style={boxStyle(layout.tube)}
				role="img"
				aria-label={tubeText(pipe, identities, signed)}
			/>
			<Joints layout={layout} pipe={pipe} />
			{pipe.fifo !== null && layout.name !== null && (
				<Suspense>
					<NamePlate fifo={pipe.fifo} box={layout.name} tube={layout.tube} absent={pipe.absent} />
				</Suspense>
			)}
			{pipe.absent ? null : pipe.cells !== null ? <Cells {...props} cells={pipe.cells} /> : null}
			{pipe.slots !== null && !pipe.absent && (
				<Suspense>
					{pipe.cells === null ? <Slots {...props} /> : <Pages slots={pipe.slots} {...props} />}
				</Suspense>
			)}
			<Level {...props} />
			{show.has("queues") && (
				<>
					<WaitQueue end={pipe.write} box={layout.writeQueue} identities={identities} />
					<WaitQueue end={pipe.read} box={layout.readQueue} identities={identities} />
				</>
			)}
		</>
	);
});

function tubeText(pipe: PipePicture, identities: Identities, signed: boolean): string {
	const held = (pipe.cells ?? []).map(({ label }) => label).join(" ");
	const writers = [...new Set((pipe.cells ?? []).map(({ pid }) => identityOf(identities, pid).name))];
	const from = signed ? `, from ${writers.join(" and ")}` : "";
	const bytes = held === "" ? "" : `. Oldest first: ${held}${from}`;
	return `${pipe.name}: ${pipe.level}${bytes}`;
}

/** The box at one end: in it the descriptors meet, and it counts them. */
function Mouth(props: PipeTubeProps & { readonly end: End; readonly lit: boolean }) {
	const { end, layout, identities, openFiles, pipe, show, lit } = props;
	const point = usePoint();
	const plug = layout[end.end];
	const shared = openFiles.filter(({ object }) => object === plug.key);
	// Four holders need two rows, the second where the flags would stand.
	const told = show.has("open-files") && end.holders.length < 4;
	const flags = told ? shared.map((each) => each.flags).join(", ") : "";
	return (
		<div
			className={`plug ${end.end}${end.capped ? " capped" : ""}${lit ? " lit" : ""}${end.was !== null ? " changed" : ""}`}
			style={boxStyle(plug.box)}
			onPointerEnter={() => point({ key: plug.key })}
			onPointerLeave={() => point()}
		>
			<p className="title">
				{pipe.fifo !== null && (
					<Suspense>
						<Door end={end} />
					</Suspense>
				)}
				{end.end} end
			</p>
			{flags !== "" && <p className="flags">{flags}</p>}
			<p className="count">
				{end.was !== null && <del>{end.was}</del>} {heldText(pipe, end)}
			</p>
			<p className="holders">
				{end.holders.map(({ pid, fds }) => (
					<span key={pid} className="holder">
						<Badge identity={identityOf(identities, pid)} small />
						<span className="unseen">{identityOf(identities, pid).name}</span>
						{fds.join(", ")}
					</span>
				))}
				{end.count === 0 &&
					end.opening.map((pid) => (
						<span key={pid} className={`holder in-door hue-${identityOf(identities, pid).hue}`}>
							<Badge identity={identityOf(identities, pid)} small />
							<span className="unseen">{identityOf(identities, pid).name}</span>
						</span>
					))}
				{end.capped && <span>{pipe.fifo === null ? "nobody holds it" : "nobody"}</span>}
			</p>
		</div>
	);
}

function heldText({ fifo }: PipePicture, end: End): string {
	if (end.count > 0) return `held by ${end.count}`;
	if (end.opening.length > 0) return "waits in open";
	return fifo === null ? "closed" : "door shut";
}

/** The short arrows from the write end into the tube and from the tube to the read end. */
function Joints({ layout, pipe }: { layout: TubeLayout; pipe: PipePicture }) {
	const { write, read, tube } = layout;
	const beside = tube.x > write.box.x + write.box.w;
	const y = tube.y + tube.h / 2;
	const paths = beside
		? [
				{ from: { x: write.box.x + write.box.w, y }, to: { x: tube.x, y }, capped: pipe.write.capped },
				{ from: { x: tube.x + tube.w, y }, to: { x: read.box.x, y }, capped: pipe.read.capped },
			]
		: [
				{
					from: { x: tube.x + 22, y: write.box.y + write.box.h },
					to: { x: tube.x + 22, y: tube.y },
					capped: pipe.write.capped,
				},
				{
					from: { x: tube.x + tube.w - 22, y: tube.y },
					to: { x: tube.x + tube.w - 22, y: read.box.y + read.box.h },
					capped: pipe.read.capped,
				},
			];
	return (
		<svg className="joints" aria-hidden="true">
			{paths.map(({ from, to, capped }, index) => (
				<Joint key={index === 0 ? "write" : "read"} from={from} to={to} capped={capped} />
			))}
		</svg>
	);
}

function Joint({ from, to, capped }: { from: Point; to: Point; capped: boolean }) {
	if (capped) return null;
	const dx = Math.sign(to.x - from.x);
	const dy = Math.sign(to.y - from.y);
	const tip = { x: to.x - dx, y: to.y - dy };
	const head = `M${tip.x},${tip.y}l${-7 * dx - 4 * dy},${-7 * dy - 4 * dx}l${8 * dy},${8 * dx}z`;
	return (
		<>
			<line x1={from.x} y1={from.y} x2={tip.x} y2={tip.y} />
			<path d={head} />
		</>
	);
}

function Cells(props: PipeTubeProps & { readonly cells: readonly Cell[] }) {
	const { cells, layout, pipe, identities, moving } = props;
	const held = new Set(cells.map(({ at }) => at));
	const empty = Array.from({ length: pipe.capacity }, (_, index) => index).filter(
		(index) => !held.has(index),
	);
	return (
		<div className="cells" aria-hidden="true">
			{empty.map((index) => (
				<Room key={index} layout={layout} index={index} />
			))}
			{cells.map((cell) => (
				<ByteCell
					key={cell.key}
					cell={cell}
					at={cellPlace(layout, cell.at)}
					layout={layout}
					identity={identityOf(identities, cell.pid)}
					way={moving && cell.fresh ? wayIn(props, cell.pid) : NO_WAY}
				/>
			))}
		</div>
	);
}

const Room = memo(function Room({ layout, index }: { layout: TubeLayout; index: number }) {
	const at = cellPlace(layout, index);
	return <span className="room" style={boxStyle({ ...at, w: layout.cell.w, h: layout.cell.h })} />;
});

/** The way of a writer's bytes: from its descriptor to the write end, and through the mouth of the tube. */
function wayIn({ cards, pipe, layout }: PipeTubeProps, pid: Pid): readonly Point[] {
	const card = cards.get(pid);
	if (card === undefined) return [];
	const fd = pipe.write.holders.find((holder) => holder.pid === pid)?.fds[0];
	const { tube, cell, write } = layout;
	const middle = tube.y + (tube.h - cell.h) / 2;
	const end = { x: write.box.x + (write.box.w - cell.w) / 2, y: write.box.y + (write.box.h - cell.h) / 2 };
	const start = socketOf(card, fd);
	return [{ x: start.x - cell.w / 2, y: start.y - cell.h / 2 }, end, { x: tube.x + 4, y: middle }];
}

interface ByteCellProps {
	readonly cell: Cell;
	readonly at: Point;
	readonly layout: TubeLayout;
	readonly identity: Identity;
	/** Places that it has come by, for a byte written in this step. */
	readonly way: readonly Point[];
}

const ByteCell = memo(function ByteCell({ cell, at, layout, identity, way }: ByteCellProps) {
	const element = useRef<HTMLSpanElement>(null);
	const first = useRef(way);
	useLayoutEffect(() => {
		if (first.current.length > 0 && element.current !== null) {
			arrive(
				element.current,
				first.current.map(({ x, y }) => ({ dx: x - at.x, dy: y - at.y })),
			);
		}
		first.current = NO_WAY;
	}, [at]);
	const { w, h } = layout.cell;
	return (
		<span
			ref={element}
			className={`byte hue-${identity.hue}${cell.fresh ? " fresh" : ""}${w < 26 ? " tight" : ""}`}
			style={{ width: rem(w), height: rem(h), transform: `translate(${rem(at.x)}, ${rem(at.y)})` }}
		>
			{cell.label}
			{w >= 30 && h >= 36 && <small>{identity.letter}</small>}
		</span>
	);
});

/** How full it is, what this step changed, and how long a write may be and still stay whole. */
function Level({ pipe, layout, identities }: PipeTubeProps) {
	const full = pipe.fill >= pipe.capacity;
	const mark = pipe.cells !== null && !pipe.absent && pipe.atomic < pipe.capacity && layout.cell.rows === 1;
	return (
		<>
			{mark && (
				<p
					className="atomic"
					style={{
						left: rem(layout.tube.x + 8),
						top: rem(layout.tube.y + layout.tube.h + 3),
						width: rem(pipe.atomic * layout.cell.w),
					}}
				>
					<span>PIPE_BUF {pipe.atomic}</span>
				</p>
			)}
			<p
				className={`level${full ? " full" : ""}`}
				style={{
					left: rem(layout.tube.x),
					top: rem(layout.level.y + (mark ? 20 : 0)),
					width: rem(layout.tube.w),
				}}
			>
				<b>
					{pipe.name.startsWith("pipe ") && `${pipe.name}: `}
					{pipe.level}
				</b>
				{pipe.fifo !== null && !pipe.absent && layout.tube.w > 200 && (
					<span className="order">in the kernel</span>
				)}
				{(pipe.cells?.length ?? 0) > 1 &&
					pipe.slots === null &&
					layout.tube.w > (pipe.fifo !== null ? 330 : mark ? 270 : 0) && (
						<span className="order">oldest at the right</span>
					)}
				{pipe.cells !== null && pipe.slots !== null && (
					<span className="order">
						{pipe.slots.length} of {pipe.slotCount} pages in use
					</span>
				)}
				{pipe.given.map(({ pid, count }) => (
					<span key={`in ${pid}`} className={`delta hue-${identityOf(identities, pid).hue}`}>
						+{grouped(count)}
					</span>
				))}
				{pipe.taken.map(({ pid, count }) => (
					<span key={`out ${pid}`} className={`delta hue-${identityOf(identities, pid).hue}`}>
						−{grouped(count)}
					</span>
				))}
				{pipe.cells === null && !pipe.absent && (
					<span className="slots-note">
						{pipe.slots?.length ?? 0} of {pipe.slotCount} slots, {byteCount(pipe.capacity / pipe.slotCount)}{" "}
						each · PIPE_BUF {grouped(pipe.atomic)}
					</span>
				)}
			</p>
		</>
	);
}
