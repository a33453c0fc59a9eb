// The terminal: what has been printed, each stretch in its writer's colour, and what has been typed and not read.
import { memo, useEffect, useRef } from "react";
import type { Pid } from "../kernel/index.ts";
import { type Identity, identityOf } from "./pictures/identity.ts";
import type { Box } from "./pictures/layout.ts";
import type { TerminalPicture } from "./pictures/stage.ts";
import { boxStyle } from "./place.ts";

interface TerminalOutputProps {
	readonly terminal: TerminalPicture;
	readonly box: Box;
	readonly identities: ReadonlyMap<Pid, Identity>;
}

/** Of endless output only so many pieces are kept on the page. */
const MOST = 400;

export const TerminalOutput = memo(function TerminalOutput({
	terminal,
	box,
	identities,
}: TerminalOutputProps) {
	const text = useRef<HTMLPreElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: new output is what scrolls
	useEffect(() => {
		// Measured in the next frame, when the page is laid out anyway.
		const frame = requestAnimationFrame(() => {
			if (text.current !== null) text.current.scrollTop = text.current.scrollHeight;
		});
		return () => cancelAnimationFrame(frame);
	}, [terminal.lines]);
	const shown = terminal.lines.slice(-MOST);
	return (
		<section
			className={`terminal${terminal.changed ? " changed" : ""}`}
			style={boxStyle(box)}
			aria-label="Terminal"
		>
			<p className="title">terminal</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
			<pre ref={text} tabIndex={0} role="log" aria-label="Output">
				{terminal.lines.length > MOST && "…\n"}
				{shown.map((run, index) => (
					<span
						// biome-ignore lint/suspicious/noArrayIndexKey: output only grows at its end
						key={index}
						className={`${run.pid === 0 ? "" : `hue-${identityOf(identities, run.pid).hue}`}${run.fresh ? " fresh" : ""}`}
						title={run.pid === 0 ? "typed" : `${identityOf(identities, run.pid).name}, ${run.stream}`}
					>
						{run.text}
					</span>
				))}
			</pre>
			{terminal.lines.length === 0 && <p className="nothing">nothing printed yet</p>}
			{terminal.typed !== null && terminal.typed !== "" && (
				<p className="typed">
					typed, not read yet: <code>{terminal.typed.trimEnd()}</code>
				</p>
			)}
		</section>
	);
});
