// The futures kept so far, as a small tree: where each leaves its parent, and who was let run there.
import { useMemo } from "react";
import type { BranchPicture, CastMember } from "../session/index.ts";
import { identities, identityOf } from "./pictures/identity.ts";
import { useActions, useSession } from "./session-context.tsx";

const NOBODY: readonly CastMember[] = [];

export function BranchTree() {
	const cast = useSession((state) => state.scene?.cast ?? NOBODY);
	const branches = useSession((state) => state.branches);
	const active = useSession((state) => state.branch);
	const { switchBranch } = useActions();
	const known = useMemo(() => identities(cast), [cast]);
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
