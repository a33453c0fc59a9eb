// Every process that waits: for what, since which line, and who could end it; or that nobody ever will.
import { lazy, Suspense } from "react";
import { lineWords } from "../explain/index.ts";
import type { Pid } from "../kernel/index.ts";
import type { Scene } from "../session/index.ts";
import { Badge } from "./Badge.tsx";
import type { Identity } from "./pictures/identity.ts";
import { useSession } from "./session-context.tsx";
import { Words } from "./Words.tsx";

const WaitSteps = lazy(() => import("./WaitSteps.tsx").then((module) => ({ default: module.WaitSteps })));

interface WaitPanelProps {
	readonly scene: Scene;
	readonly identities: ReadonlyMap<Pid, Identity>;
}

export function WaitPanel({ scene, identities }: WaitPanelProps) {
	const programs = useSession((state) => state.programs);
	if (scene.waits.size === 0) return null;
	const circle = scene.diagnosis?.circle ?? [];
	if (circle.length > 0)
		return (
			<Suspense>
				<WaitSteps circle={circle} identities={identities} />
			</Suspense>
		);
	return (
		<ul className="waits" aria-label="Who waits">
			{[...scene.waits.values()].map((wait) => {
				const identity = identities.get(wait.pid);
				return (
					<li key={wait.pid}>
						{identity !== undefined && <Badge identity={identity} small />}
						<p>
							<Words sentence={wait.what} identities={identities} />{" "}
							<Words sentence={wait.enders} identities={identities} />
							{wait.since !== null && ` It has waited since ${lineWords(programs, wait.since)}.`}
							{wait.forever && <strong className="forever-word"> It waits for ever.</strong>}
						</p>
					</li>
				);
			})}
		</ul>
	);
}
