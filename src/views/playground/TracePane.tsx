// The system calls as strace prints them. Only the lines in sight are on the page; a line leads to its step.
import { useEffect, useMemo, useRef, useState } from "react";
import type { TraceWindow } from "../../session/playground.ts";
import { Badge } from "../Badge.tsx";
import { identities, identityOf } from "../pictures/identity.ts";
import { useActions, useSession } from "../session-context.tsx";

interface TracePaneProps {
	/** Lines known so far. */
	readonly length: number;
	readonly ask: (from: number, count: number) => Promise<TraceWindow | null>;
}

/** Height of a line in rem, and how many more than are in sight are fetched. */
const LINE = 1.75;
const MORE = 20;
/** Browsers draw no element higher than some millions of pixels: beyond, a line of the bar stands for several. */
const MOST_REM = 300_000;

export function TracePane({ length, ask }: TracePaneProps) {
	const step = useSession((state) => state.scene?.step ?? 0);
	const cast = useSession((state) => state.scene?.cast);
	const { seek } = useActions();
	const known = useMemo(() => identities(cast ?? []), [cast]);
	const list = useRef<HTMLElement>(null);
	const [first, setFirst] = useState(0);
	const [shown, setShown] = useState<TraceWindow>({ from: 0, lines: [], here: -1 });
	const followed = useRef(-2);
	const height = Math.min(length * LINE, MOST_REM);

	// biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at every step
	useEffect(() => {
		let wanted = true;
		const from = Math.max(0, first - MORE);
		// Drawn once the reader rests for a moment: a scrub asks for the last place only.
		const timer = setTimeout(() => {
			ask(from, 30 + 2 * MORE).then((window) => {
				if (!wanted || window === null) return;
				setShown(window);
				if (followed.current === window.here) return;
				followed.current = window.here;
				if (list.current !== null) bringIntoView(list.current, window.here, length);
			});
		}, 60);
		return () => {
			wanted = false;
			clearTimeout(timer);
		};
	}, [first, length, step, ask]);

	const perLine = length === 0 ? LINE : height / length;
	const top = (shown.from - first) * LINE + first * perLine;
	return (
		<section
			className="trace"
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
			tabIndex={0}
			aria-label="System calls"
			ref={list}
			onScroll={(event) => {
				const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
				setFirst(Math.floor(event.currentTarget.scrollTop / rem / perLine));
			}}
		>
			{length === 0 && <p className="soft">No system call yet.</p>}
			<ol style={{ height: `${height}rem` }}>
				{shown.lines.map(({ step: at, pid, text }, index) => (
					<li
						// biome-ignore lint/suspicious/noArrayIndexKey: a line keeps its number
						key={shown.from + index}
						style={{ top: `${top + index * LINE}rem`, height: `${LINE}rem` }}
						aria-current={shown.from + index === shown.here ? "step" : undefined}
						className={at > step ? "later" : undefined}
					>
						<button type="button" onClick={() => seek(at)} title={`Go to step ${at}`}>
							<Badge identity={identityOf(known, pid)} small />
							<code>{text}</code>
						</button>
					</li>
				))}
			</ol>
		</section>
	);
}

function bringIntoView(list: HTMLElement, line: number, length: number): void {
	if (line < 0) return;
	const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
	const perLine = (Math.min(length * LINE, MOST_REM) / Math.max(1, length)) * rem;
	const top = line * perLine;
	if (top >= list.scrollTop && top + LINE * rem <= list.scrollTop + list.clientHeight) return;
	list.scrollTop = Math.max(0, top - list.clientHeight / 2);
}
