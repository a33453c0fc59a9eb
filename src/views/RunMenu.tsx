// The reader as the scheduler: let another process take the next step, and keep both futures.
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { Badge } from "./Badge.tsx";
import { Icon } from "./Icon.tsx";
import { identities, identityOf } from "./pictures/identity.ts";
import { useActions, useSession } from "./session-context.tsx";

/** Comes when a second future is kept. */
const BranchTree = lazy(() => import("./BranchTree.tsx").then((module) => ({ default: module.BranchTree })));

export function RunMenu() {
	const choices = useSession((state) => state.choices);
	const cast = useSession((state) => state.scene?.cast);
	const held = useSession((state) => state.held);
	const known = useMemo(() => identities(cast ?? []), [cast]);
	const { letRun } = useActions();
	const [open, setOpen] = useState(false);
	const menu = useRef<HTMLDivElement>(null);
	const others = choices.slice(1);
	const kept = useSession((state) => state.branches.length);
	const able = (others.length > 0 || kept > 1) && !held;
	const label = kept > 1 ? `Other runs (${kept} kept)` : "Let another run";
	useEffect(() => {
		if (!open) return;
		const close = (event: Event): void => {
			const outside = event instanceof KeyboardEvent ? event.key === "Escape" : true;
			if (
				outside &&
				!(
					event.target instanceof Node &&
					event.type === "pointerdown" &&
					menu.current?.contains(event.target)
				)
			) {
				setOpen(false);
			}
		};
		document.addEventListener("pointerdown", close);
		document.addEventListener("keydown", close);
		return () => {
			document.removeEventListener("pointerdown", close);
			document.removeEventListener("keydown", close);
		};
	}, [open]);
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
					{others.length > 0 && <p>Who takes the next step?</p>}
					{others.length > 0 &&
						choices.map((pid, index) => (
							<button
								key={pid}
								type="button"
								className="button plain"
								disabled={index === 0}
								onClick={() => {
									setOpen(false);
									letRun(pid);
								}}
							>
								<Badge identity={identityOf(known, pid)} small />
								{identityOf(known, pid).name}
								{index === 0 && " (as it is)"}
							</button>
						))}
					{kept > 1 && (
						<Suspense>
							<p>Futures that are kept:</p>
							<BranchTree />
						</Suspense>
					)}
				</div>
			)}
		</div>
	);
}
