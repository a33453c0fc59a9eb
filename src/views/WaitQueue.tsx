// Who stands at a mouth of a pipe, first come first served, and what a writer has in its hands.
import { memo } from "react";
import type { Pid } from "../kernel/index.ts";
import { Badge } from "./Badge.tsx";
import { type Identity, identityOf } from "./pictures/identity.ts";
import type { Box } from "./pictures/layout.ts";
import type { End, Waiter } from "./pictures/pipe.ts";
import { boxStyle } from "./place.ts";

interface WaitQueueProps {
	readonly end: Pick<End, "end" | "queue">;
	/** What stands above the line; without it the words of a pipe. */
	readonly title?: string;
	readonly box: Box;
	readonly identities: ReadonlyMap<Pid, Identity>;
}

const MOST = 3;

export const WaitQueue = memo(function WaitQueue({ end, title, box, identities }: WaitQueueProps) {
	const { queue } = end;
	return (
		<div className={`queue ${end.end}`} style={boxStyle(box)}>
			<p className="title">{title ?? (end.end === "write" ? "waiting for room" : "waiting for bytes")}</p>
			{queue.length === 0 && <p className="nobody">nobody</p>}
			<ol>
				{queue.slice(0, MOST).map((waiter) => (
					<li key={waiter.pid} className={`hue-${identityOf(identities, waiter.pid).hue}`}>
						<Badge identity={identityOf(identities, waiter.pid)} />
						<span className="unseen">
							{identityOf(identities, waiter.pid).name}: {waiter.text}
						</span>
						<InHand waiter={waiter} />
					</li>
				))}
				{queue.length > MOST && <li>and {queue.length - MOST} more</li>}
			</ol>
		</div>
	);
});

function InHand({ waiter }: { waiter: Waiter }) {
	if (waiter.labels.length === 0) return null;
	const shown = waiter.labels.slice(0, 4);
	const more = waiter.more + waiter.labels.length - shown.length;
	return (
		<span className="in-hand" aria-hidden="true">
			{shown.map((label, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: bytes in hand have no identity but their order
				<span key={index}>{label}</span>
			))}
			{more > 0 && <em>+{more}</em>}
		</span>
	);
}
