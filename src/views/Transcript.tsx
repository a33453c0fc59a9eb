// The run in words: every sentence so far, each a way to its step. What the lanes show, for those who do not see them.
import { useEffect, useMemo, useState } from "react";
import type { Scene, TranscriptLine } from "../session/index.ts";
import { identities } from "./pictures/identity.ts";
import { useActions, useSession } from "./session-context.tsx";
import { Words } from "./Words.tsx";
import "./css/transcript.css";

export function Transcript({ scene }: { scene: Scene }) {
	const history = useSession((state) => state.history);
	const gate = useSession((state) => state.gate);
	const { transcript, seek } = useActions();
	const known = useMemo(() => identities(scene.cast), [scene.cast]);
	const [lines, setLines] = useState<readonly TranscriptLine[]>([]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: told anew when more of the run may be seen
	useEffect(() => {
		let wanted = true;
		transcript().then((told) => wanted && setLines(told));
		return () => {
			wanted = false;
		};
	}, [history, gate, transcript]);
	return (
		<ol className="transcript" aria-label="The run in words">
			{lines.map(({ step, sentence }) => (
				<li key={step} aria-current={step === scene.step ? "step" : undefined}>
					<button type="button" className="link" onClick={() => seek(step)} aria-label={`Go to step ${step}`}>
						{step}
					</button>
					<p>
						<Words sentence={sentence} identities={known} />
					</p>
				</li>
			))}
		</ol>
	);
}
