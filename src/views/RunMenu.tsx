// The reader as the scheduler: let another process take the next step, and keep both futures.
import { lazy, Suspense, useRef, useState } from "react";
import { Icon } from "./Icon.tsx";
import { useSession } from "./session-context.tsx";

/** Comes when the menu is opened. */
const RunChoices = lazy(() => import("./RunChoices.tsx").then((module) => ({ default: module.RunChoices })));

export function RunMenu() {
	const others = useSession((state) => state.choices.length > 1);
	const held = useSession((state) => state.held);
	const [open, setOpen] = useState(false);
	const menu = useRef<HTMLDivElement>(null);
	const kept = useSession((state) => state.branches.length);
	const able = (others || kept > 1) && !held;
	const label = kept > 1 ? `Other runs (${kept} kept)` : "Let another run";
	return (
		<div className="run-menu" ref={menu}>
			<button
				type="button"
				className="button"
				aria-expanded={open && able}
				disabled={!able}
				aria-label={label}
				onClick={() => setOpen(!open)}
			>
				<Icon name="branch" />
				{label}
			</button>
			{open && able && (
				<div className="menu">
					<Suspense>
						<RunChoices menu={menu} done={() => setOpen(false)} />
					</Suspense>
				</div>
			)}
		</div>
	);
}
