// A message queue: a rack whose places are counted, envelopes in it in the order of their turn, who waits for room or for a message.
import { memo, useLayoutEffect, useRef } from "react";
import type { Pid } from "../kernel/index.ts";
import { usePoint } from "./attention.tsx";
import { Badge } from "./Badge.tsx";
import "./css/rack.css";
import { arrive } from "./motion.ts";
import { byteCount } from "./pictures/bytes.ts";
import { envelopePlace } from "./pictures/channels-layout.ts";
import { type Identity, identityOf } from "./pictures/identity.ts";
import { type CardLayout, type Point, type RackLayout, socketOf } from "./pictures/layout.ts";
import { type Envelope, type RackPicture, rackText } from "./pictures/rack.ts";
import { boxStyle, rem } from "./place.ts";
import { WaitQueue } from "./WaitQueue.tsx";

type Identities = ReadonlyMap<Pid, Identity>;

interface RackProps {
	readonly rack: RackPicture;
	readonly layout: RackLayout;
	readonly cards: ReadonlyMap<Pid, CardLayout>;
	readonly identities: Identities;
	/** Whether the lines of sleepers are shown. */
	readonly queues: boolean;
	readonly lit: boolean;
	readonly moving: boolean;
}

export const Rack = memo(function Rack(props: RackProps) {
	const { rack, layout, identities, queues } = props;
	return (
		<>
			<Plate {...props} />
			<div
				className={`rack${layout.beside ? " beside" : ""}${rack.leftover === null ? "" : " leftover"}`}
				style={boxStyle(layout.box)}
				role="img"
				aria-label={rackText(rack, (pid) => identityOf(identities, pid).name)}
			/>
			<div>
				{Array.from({ length: rack.places }, (_, index) => index)
					.slice(rack.envelopes.length)
					.map((index) => (
						<span key={index} className="rack-place" style={placeStyle(layout, index)} />
					))}
				{rack.envelopes.map((envelope, index) => (
					<EnvelopeCard
						key={envelope.key}
						envelope={envelope}
						at={envelopePlace(layout, index)}
						layout={layout}
						identity={identityOf(identities, envelope.pid)}
						next={index === 0}
						from={props.moving && envelope.fresh ? startOf(props, envelope.pid) : null}
					/>
				))}
			</div>
			<p
				className={`level rack-level${rack.full ? " full" : ""}`}
				style={{ left: rem(layout.level.x), top: rem(layout.level.y), width: rem(layout.level.w) }}
			>
				<b>{rack.level}</b>
				{rack.more > 0 && <span>and {rack.more} more behind these</span>}
				{rack.given.map((pid) => (
					<span key={`in ${pid}`} className={`delta hue-${identityOf(identities, pid).hue}`}>
						+1
					</span>
				))}
				{rack.taken.map((pid) => (
					<span key={`out ${pid}`} className={`delta hue-${identityOf(identities, pid).hue}`}>
						−1
					</span>
				))}
			</p>
			{queues && (
				<>
					<WaitQueue
						end={{ end: "write", queue: rack.send }}
						title="waiting for room"
						box={layout.sendQueue}
						identities={identities}
					/>
					<WaitQueue
						end={{ end: "read", queue: rack.receive }}
						title="waiting for a message"
						box={layout.receiveQueue}
						identities={identities}
					/>
				</>
			)}
		</>
	);
});

function placeStyle(layout: RackLayout, index: number) {
	const { w, h } = layout.cell;
	return boxStyle({ ...envelopePlace(layout, index), w: w - 6, h: h - 6 });
}

/** The sender's descriptor, or its card when it has none that leads here. */
function startOf({ cards, rack }: RackProps, pid: Pid): Point | null {
	const card = cards.get(pid);
	if (card === undefined) return null;
	return socketOf(card, rack.holders.find((holder) => holder.pid === pid)?.fds[0]);
}

/** The name of the queue, who has it open, and what becomes of it when nobody has. */
function Plate({ rack, layout, identities, lit }: RackProps) {
	const point = usePoint();
	return (
		<div
			className={`plug plate${layout.beside ? " beside" : ""}${rack.leftover === null ? "" : " capped"}${lit ? " lit" : ""}`}
			style={boxStyle(layout.plug.box)}
			onPointerEnter={() => point({ key: rack.key })}
			onPointerLeave={() => point()}
		>
			<p className="title">{rack.name}</p>
			<p className="holders">
				{rack.holders.map(({ pid, fds }) => (
					<span key={pid} className="holder">
						<Badge identity={identityOf(identities, pid)} small />
						<span className="unseen">{identityOf(identities, pid).name}</span>
						{fds.join(", ")}
					</span>
				))}
				{rack.leftover !== null && <span>{rack.leftover}</span>}
				{rack.notice !== null && (
					<span className="notice">
						<Badge identity={identityOf(identities, rack.notice.pid)} small />
						<span className="unseen">{identityOf(identities, rack.notice.pid).name}</span> {rack.notice.text}
					</span>
				)}
			</p>
		</div>
	);
}

interface EnvelopeProps {
	readonly envelope: Envelope;
	readonly at: Point;
	readonly layout: RackLayout;
	readonly identity: Identity;
	/** It will be received next. */
	readonly next: boolean;
	/** Where its sender stands, when it has just been sent. */
	readonly from: Point | null;
}

/** The least width of a place whose envelope says in one line how long it is and when it came. */
const BOTH = 124;

const EnvelopeCard = memo(function EnvelopeCard(props: EnvelopeProps) {
	const { envelope, at, layout, identity, next, from } = props;
	const element = useRef<HTMLSpanElement>(null);
	const first = useRef(from);
	useLayoutEffect(() => {
		if (first.current !== null && element.current !== null) {
			arrive(element.current, [{ dx: first.current.x - at.x, dy: first.current.y - at.y }]);
		}
		first.current = null;
	}, [at]);
	const { w, h } = layout.cell;
	const text = `${envelope.labels.join("")}${envelope.more > 0 ? "…" : ""}`;
	const slim = w < 92;
	// In a slim one the stamp stands beside the words. A letter of fifteen point is nine units wide; what does not fit in
	// one line is set smaller, in two.
	const room = w - (slim ? 41 : 18);
	const long = text.length * (slim ? 7.2 : 9) > room;
	const cut = text.length > 2 * Math.floor(room / 7.2);
	return (
		<span
			ref={element}
			className={`envelope hue-${identity.hue}${envelope.fresh ? " fresh" : ""}${next ? " next" : ""}${long ? " long" : ""}${cut ? " cut" : ""}${slim ? " slim" : ""}`}
			{...(cut ? { tabIndex: 0, role: "img", "aria-label": text } : { "aria-hidden": true })}
			style={{ width: rem(w - 6), height: rem(h - 6), transform: `translate(${rem(at.x)}, ${rem(at.y)})` }}
		>
			<span className="stamp">{identity.letter}</span>
			<span className="kind">{envelope.kind}</span>
			<span className="words">{text}</span>
			<small>
				{(w >= BOTH || envelope.at === "") && byteCount(envelope.length)} {envelope.at}
			</small>
		</span>
	);
});
