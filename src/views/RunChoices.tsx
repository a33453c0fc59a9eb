// Who could take the next step, and the futures kept so far, as a small tree: where each leaves its parent, and who was let run there.
import { type RefObject, useEffect, useMemo } from "react";
import type { BranchPicture, CastMember } from "../session/index.ts";
import { Badge } from "./Badge.tsx";
import { identities, identityOf } from "./pictures/identity.ts";
import { useActions, useSession } from "./session-context.tsx";

const NOBODY: readonly CastMember[] = [];

interface RunChoicesProps {
	/** Whoever presses outside of it closes it. */
	readonly menu: RefObject<HTMLElement | null>;
	/** A choice was made, or none is wanted. */
	readonly done: () => void;
}

export function RunChoices({ menu, done }: RunChoicesProps) {
	const cast = useSession((state) => state.scene?.cast ?? NOBODY);
	const choices = useSession((state) => state.choices);
	const kept = useSession((state) => state.branches.length);
	const known = useMemo(() => identities(cast), [cast]);
	const { letRun } = useActions();
	useEffect(() => {
		const close = (event: Event): void => {
			const leaves =
				event instanceof KeyboardEvent
					? event.key === "Escape"
					: !menu.current?.contains(event.target as Node);
			if (leaves) done();
		};
		document.addEventListener("pointerdown", close);
		document.addEventListener("keydown", close);
		return () => {
			document.removeEventListener("pointerdown", close);
			document.removeEventListener("keydown", close);
		};
	}, [menu, done]);
	return (
		<>
			{choices.length > 1 && <p>Who takes the next step?</p>}
			{choices.length > 1 &&
				choices.map((pid, index) => (
					<button
						key={pid}
						type="button"
						className="button plain"
						disabled={index === 0}
						onClick={() => {
							done();
							letRun(pid);
						}}
					>
						<Badge identity={identityOf(known, pid)} small />
						{identityOf(known, pid).name}
						{index === 0 && " (as it is)"}
					</button>
				))}
			{kept > 1 && (
				<>
					<p>Futures that are kept:</p>
					<BranchTree known={known} />
				</>
			)}
		</>
	);
}

function BranchTree({ known }: { known: ReturnType<typeof identities> }) {
	const branches = useSession((state) => state.branches);
	const active = useSession((state) => state.branch);
	const { switchBranch } = useActions();
	return (
		<ul className="branches" aria-label="Branches of the run">
			{branches.map((branch) => (
				<li key={branch.id} style={{ paddingLeft: `${depth(branches, branch) * 1.1}rem` }}>
					<button
						type="button"
						className="button plain"
						aria-current={branch.id === active ? "true" : undefined}
						onClick={() => switchBranch(branch.id)}
					>
						{branch.parent === null
							? "as it was"
							: `from step ${branch.at}: ${branch.pid === null ? "other input" : `${identityOf(known, branch.pid).name} first`}`}
					</button>
				</li>
			))}
		</ul>
	);
}

function depth(branches: readonly BranchPicture[], branch: BranchPicture): number {
	const parent = branches.find(({ id }) => id === branch.parent);
	return parent === undefined ? 0 : 1 + depth(branches, parent);
}
