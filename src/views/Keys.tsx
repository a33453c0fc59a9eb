// The keyboard: one listener for the page, and the list of keys that `?` opens.
import { lazy, Suspense, useEffect, useState } from "react";
import { useActions, useSession } from "./session-context.tsx";

const KeyList = lazy(() => import("./KeyList.tsx").then((module) => ({ default: module.KeyList })));

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
	const [isOpen, open] = useState(false);
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
				"?": () => open(true),
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
			<button type="button" className="button plain" onClick={() => open(true)} aria-label="Keys">
				<kbd>?</kbd>
			</button>
			{isOpen && (
				<Suspense fallback={null}>
					<KeyList onClose={() => open(false)} />
				</Suspense>
			)}
		</>
	);
}
