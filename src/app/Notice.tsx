// What a page has to say about itself.
import { Icon, useActions, useSession } from "../views/index.ts";

/** What the page has to say about itself, until the next step. */
export function Notice() {
	const notice = useSession((state) => state.notice);
	const { dismiss } = useActions();
	if (notice === null) return null;
	return (
		<p className="notice" role="status">
			{notice}
			<button type="button" className="button plain" onClick={dismiss} aria-label="Close this notice">
				<Icon name="cross" />
			</button>
		</p>
	);
}
