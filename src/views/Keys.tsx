// The keyboard: one listener for the page, and the list of keys that `?` opens.
import { useEffect, useRef } from "react";
import { Icon } from "./Icon.tsx";
import { useActions, useSession } from "./session-context.tsx";

const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
	[["→", "←"], "step forward or back by one event"],
	[["Shift →", "Shift ←"], "by one line of C"],
	[["Alt →", "Alt ←"], "by one machine step"],
	[["Space"], "play or pause"],
	[["Home", "End"], "first and last step, or the next question"],
	[["?"], "this list"],
	[["Esc"], "close what is open"],
];

/** Whether a key press belongs to a control that uses it itself. */
function taken(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey) return true;
	const target = event.target;
	if (!(target instanceof HTMLElement)) return false;
	if (target.closest("dialog[open]") !== null) return true;
	if (target.matches("input[type=radio]")) return event.key.startsWith("Arrow") || event.key === " ";
	if (target.matches("input, textarea, select") || target.isContentEditable) return true;
	if (target.matches("button, a[href], summary")) return event.key === " ";
	return false;
}

export function Keys() {
	const dialog = useRef<HTMLDialogElement>(null);
	const actions = useActions();
	const playing = useSession((state) => state.playing);
	useEffect(() => {
		const press = (event: KeyboardEvent): void => {
			if (taken(event)) return;
			const unit = event.shiftKey ? "line" : event.altKey ? "step" : "event";
			const acts: { readonly [key: string]: () => void } = {
				ArrowRight: () => actions.forward(unit),
				ArrowLeft: () => actions.back(unit),
				Home: actions.first,
				End: actions.last,
				" ": playing ? actions.pause : actions.play,
				"?": () => dialog.current?.showModal(),
			};
			const act = acts[event.key];
			if (act === undefined) return;
			event.preventDefault();
			act();
		};
		document.addEventListener("keydown", press);
		return () => document.removeEventListener("keydown", press);
	}, [actions, playing]);
	return (
		<>
			<button
				type="button"
				className="button plain"
				onClick={() => dialog.current?.showModal()}
				aria-label="Keys"
			>
				<kbd>?</kbd>
			</button>
			<dialog ref={dialog} aria-labelledby="keys-title">
				<h2 id="keys-title">Keys</h2>
				<dl>
					{KEYS.map(([keys, what]) => (
						<div key={what} className="key-row">
							<dt>
								{keys.map((key) => (
									<kbd key={key}>{key}</kbd>
								))}
							</dt>
							<dd>{what}</dd>
						</div>
					))}
				</dl>
				<form method="dialog">
					<button type="submit" className="button">
						<Icon name="cross" />
						Close
					</button>
				</form>
			</dialog>
		</>
	);
}
