// The list of keys, in a box of its own until it is closed.
import { useEffect, useRef } from "react";
import { Icon } from "./Icon.tsx";
import "./css/keys.css";

const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
	[["→", "←"], "step forward or back by one event"],
	[["Shift →", "Shift ←"], "by one line of C"],
	[["Alt →", "Alt ←"], "by one machine step"],
	[["Space"], "play or pause"],
	[["Home", "End"], "first and last step, or the next question"],
	[["?"], "this list"],
	[["Esc"], "close what is open"],
];

export function KeyList({ onClose }: { readonly onClose: () => void }) {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	return (
		<dialog ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
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
	);
}
