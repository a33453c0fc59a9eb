// The reader at the terminal: what is typed here comes to the program at this moment of the run.
import { useState } from "react";
import { useActions, useSession } from "../session-context.tsx";

export function TypeLine() {
	const input = useSession(({ scene }) =>
		Object.values(scene?.kernel.terminals ?? {}).find(({ name }) => name === "stdin" || name === "tty"),
	);
	const waits = useSession(({ scene }) =>
		Object.values(scene?.kernel.processes ?? {}).some(({ wait }) => wait?.on === "terminal-input"),
	);
	const { type, endInput } = useActions();
	const [line, setLine] = useState("");
	const ended = input?.inputEnded ?? true;
	return (
		<form
			className="type-line"
			onSubmit={(event) => {
				event.preventDefault();
				if (ended) return;
				type(`${line}\n`);
				setLine("");
			}}
		>
			<label htmlFor="type-line">{waits ? "The program waits for a line:" : "Type a line:"}</label>
			<input
				id="type-line"
				type="text"
				value={line}
				disabled={ended}
				autoComplete="off"
				onChange={(event) => setLine(event.currentTarget.value)}
			/>
			<button type="submit" className="button" disabled={ended}>
				Enter
			</button>
			<button type="button" className="button plain" disabled={ended} onClick={endInput}>
				End the input
			</button>
			{ended && <span className="soft">The input has ended.</span>}
		</form>
	);
}
