// The notice of a page that can keep nothing: everything works, and it says what it cannot do.
import { useState } from "react";
import { Icon } from "../views/index.ts";

/** Storage is refused or full. */
export function Forgetful() {
	const [seen, setSeen] = useState(false);
	if (seen) return null;
	return (
		<p className="notice forgetful" role="status">
			Your browser lets this page keep nothing: it will not remember what you have read and answered.
			<button
				type="button"
				className="button plain"
				onClick={() => setSeen(true)}
				aria-label="Close this notice"
			>
				<Icon name="cross" />
			</button>
		</p>
	);
}
