// Sockets on the stage: two connected ends with a belt in each direction, a listener with its queue, a mailbox.
import { memo } from "react";
import type { Pid } from "../kernel/index.ts";
import { usePoint } from "./attention.tsx";
import { Badge } from "./Badge.tsx";
import type {
	BeltPicture,
	ChannelPicture,
	DeskPicture,
	LetterPicture,
	SocketEnd,
} from "./pictures/channels.ts";
import { channelText } from "./pictures/channels.ts";
import { type Identity, identityOf } from "./pictures/identity.ts";
import type { ChannelLayout, PlugLayout } from "./pictures/layout.ts";
import { boxStyle } from "./place.ts";
import "./css/channel.css";

type Identities = ReadonlyMap<Pid, Identity>;

interface ChannelProps {
	readonly channel: ChannelPicture;
	readonly layout: ChannelLayout;
	readonly identities: Identities;
	readonly lit: ReadonlySet<string>;
}

export const Channel = memo(function Channel({ channel, layout, identities, lit }: ChannelProps) {
	if (channel.kind === "desk") {
		return (
			<>
				<End end={channel.end} layout={layout.left} identities={identities} lit={lit} />
				<div className="socket-queue" style={boxStyle(layout.lanes)}>
					<p className="unseen">{channelText(channel)}</p>
					<Desk desk={channel} identities={identities} />
				</div>
			</>
		);
	}
	const { left, right, toLeft, toRight } = channel;
	return (
		<>
			<End end={left} layout={layout.left} identities={identities} lit={lit} />
			{right !== null ? (
				<End end={right} layout={layout.right} identities={identities} lit={lit} />
			) : (
				<div className="plug capped" style={boxStyle(layout.right.box)}>
					<p className="title">the other end</p>
					<p>is gone</p>
				</div>
			)}
			<div className="belts" style={boxStyle(layout.lanes)}>
				<p className="unseen">{channelText(channel)}</p>
				<Belt
					belt={toRight}
					way="right"
					identities={identities}
					waiting={right?.readers ?? []}
					full={left.writers}
				/>
				<Belt
					belt={toLeft}
					way="left"
					identities={identities}
					waiting={left.readers}
					full={right?.writers ?? []}
				/>
			</div>
		</>
	);
});

interface EndProps {
	readonly end: SocketEnd;
	readonly layout: PlugLayout;
	readonly identities: Identities;
	readonly lit: ReadonlySet<string>;
}

/** One socket: in it the descriptors meet. Its name-tag says whom the kernel vouches for at the other end. */
function End({ end, layout, identities, lit }: EndProps) {
	const point = usePoint();
	const nobody = end.count === 0 && !end.travelling;
	return (
		<div
			className={`plug socket-end${nobody ? " capped" : ""}${lit.has(end.key) ? " lit" : ""}`}
			style={boxStyle(layout.box)}
			onPointerEnter={() => point({ key: end.key })}
			onPointerLeave={() => point()}
		>
			<p className="title">{end.title}</p>
			<p className="count">{end.note}</p>
			<p className="holders">
				{end.holders.map(({ pid, fds }) => (
					<span key={pid} className="holder">
						<Badge identity={identityOf(identities, pid)} small />
						<span className="unseen">{identityOf(identities, pid).name}</span>
						{fds.join(", ")}
					</span>
				))}
				{end.travelling && <span>in a letter</span>}
				{nobody && <span>nobody holds it</span>}
			</p>
			{end.peer !== null && <p className="name-tag">peer: {end.peer}</p>}
		</div>
	);
}

interface BeltProps {
	readonly belt: BeltPicture;
	readonly way: "left" | "right";
	readonly identities: Identities;
	/** Asleep until something arrives; and until there is room. */
	readonly waiting: readonly Pid[];
	readonly full: readonly Pid[];
}

function Belt({ belt, way, identities, waiting, full }: BeltProps) {
	return (
		<div className={`belt ${way}${belt.ended === null ? "" : " ended"}`}>
			<p className="belt-level" aria-hidden="true">
				<span className="belt-arrow">{way === "right" ? "→" : "←"}</span> {belt.level}
				{belt.ended !== null && <em>{belt.ended}</em>}
			</p>
			<div className="belt-letters" aria-hidden="true">
				{waiting.length > 0 && <Sleepers pids={waiting} identities={identities} what="waits to read" />}
				{belt.letters.map((letter) => (
					<LetterBox key={letter.key} letter={letter} identities={identities} />
				))}
				{belt.more > 0 && <span className="belt-more">and {belt.more} more</span>}
				{full.length > 0 && <Sleepers pids={full} identities={identities} what="waits to write" />}
			</div>
		</div>
	);
}

function Sleepers({
	pids,
	identities,
	what,
}: {
	pids: readonly Pid[];
	identities: Identities;
	what: string;
}) {
	return (
		<span className="belt-sleepers">
			{pids.map((pid) => (
				<Badge key={pid} identity={identityOf(identities, pid)} small />
			))}
			{what}
		</span>
	);
}

/** Bytes in their writer's colour; with a message, its stamp and what is enclosed. */
function LetterBox({ letter, identities }: { letter: LetterPicture; identities: Identities }) {
	const hue = letter.pid === null ? "" : ` hue-${identityOf(identities, letter.pid).hue}`;
	return (
		<span className={`letter${hue}${letter.fresh ? " fresh" : ""}`}>
			<span className="letter-bytes">
				{letter.labels.length === 0 ? "no bytes" : letter.labels.join("")}
				{letter.more > 0 && <small>+{letter.more}</small>}
			</span>
			{letter.enclosed.map((what, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: what is enclosed has no name but its place
				<span key={index} className="enclosed">
					⌁ {what}
				</span>
			))}
			{letter.stamp !== null && <span className="stamp">{letter.stamp}</span>}
		</span>
	);
}

function Desk({ desk, identities }: { desk: DeskPicture; identities: Identities }) {
	const { end, letters, level, outside, waiting } = desk;
	return (
		<div className="belt right" aria-hidden="true">
			<p className="belt-level">{level}</p>
			<div className="belt-letters">
				{end.readers.length > 0 && (
					<Sleepers
						pids={end.readers}
						identities={identities}
						what={end.note === "listens" ? "waits in accept" : "waits to read"}
					/>
				)}
				{waiting.map(({ id, pid, bytes }) => (
					<span key={id} className="letter guest">
						{pid !== null && <Badge identity={identityOf(identities, pid)} small />}
						<span>connected{bytes === "" ? "" : `, ${bytes} sent`}</span>
					</span>
				))}
				{letters?.letters.map((letter) => (
					<LetterBox key={letter.key} letter={letter} identities={identities} />
				))}
				{outside.length > 0 && <Sleepers pids={outside} identities={identities} what="waits for a place" />}
			</div>
		</div>
	);
}
