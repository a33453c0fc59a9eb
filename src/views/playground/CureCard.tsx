// What mends the program: kept back until it is asked for, then in words and as a diff, and run with the change.
import { useEffect, useRef, useState } from "react";
import type { Sentence } from "../../explain/index.ts";
import type { Scene } from "../../session/index.ts";
import type { Cure, FileDiff } from "../../session/playground.ts";
import { identities } from "../pictures/identity.ts";
import { Words } from "../Words.tsx";
import "../css/circle.css";

interface CureCardProps {
	/** The trouble in words: with another one the card is closed again. */
	readonly about: string;
	/** What to change, in words; null: they are known already, or nothing is. */
	readonly words: Sentence | null;
	readonly cast: Scene["cast"];
	/** Looks for the change and tries it; null when none is known. */
	readonly ask: () => Promise<Cure | null>;
	/** Takes the changed program in place of the reader's and runs it. */
	readonly onRun: (cure: Cure) => void;
}

type Stage =
	| { readonly kind: "closed" }
	| { readonly kind: "looking" }
	| { readonly kind: "open"; readonly cure: Cure | null };

const CLOSED: Stage = { kind: "closed" };

export function CureCard({ about, words, cast, ask, onRun }: CureCardProps) {
	const [stage, setStage] = useState<Stage>(CLOSED);
	/** Counts what is asked for: an answer to an older question is dropped. */
	const asked = useRef(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another trouble has another cure
	useEffect(() => {
		asked.current++;
		setStage(CLOSED);
	}, [about]);
	if (stage.kind === "closed") {
		return (
			<p className="cure-ask">
				<button
					type="button"
					className="button"
					onClick={() => {
						setStage({ kind: "looking" });
						const number = ++asked.current;
						ask().then((cure) => number === asked.current && setStage({ kind: "open", cure }));
					}}
				>
					Show the change
				</button>{" "}
				<span className="soft">or find it yourself first.</span>
			</p>
		);
	}
	return (
		<section className="cure" aria-label="What mends it" aria-live="polite">
			{words !== null && (
				<p>
					<Words sentence={words} identities={identities(cast)} />
				</p>
			)}
			{stage.kind === "looking" ? (
				<p className="soft">Trying changes…</p>
			) : stage.cure === null ? (
				<p className="soft">No change of a line or two is known that makes this program end.</p>
			) : (
				<Proposal cure={stage.cure} onRun={onRun} />
			)}
		</section>
	);
}

function Proposal({ cure, onRun }: { cure: Cure; onRun: CureCardProps["onRun"] }) {
	return (
		<>
			{cure.diffs.map((diff) => (
				<Diff key={diff.file} diff={diff} />
			))}
			<p>
				<button type="button" className="button main" onClick={() => onRun(cure)}>
					Run with the change
				</button>{" "}
				<span className="soft">Tried in several orders, it ended with status {cure.status} in each.</span>
			</p>
		</>
	);
}

const SIGNS = { " ": "", "-": "minus", "+": "plus" } as const;
const SPOKEN = { " ": "", "-": "removed: ", "+": "added: " } as const;

/** Lines that go and come, with a few around them. */
export function Diff({ diff }: { diff: FileDiff }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
		<section className="change" tabIndex={0} aria-label={`Change of ${diff.file}`}>
			{diff.hunks.flat().map((line) => (
				<div key={`${line.old} ${line.next}`} className={`diff-line ${SIGNS[line.sign]}`}>
					<span className="at" aria-hidden="true">
						{line.next ?? line.old}
					</span>
					<span aria-hidden="true">{line.sign}</span>
					<span>
						<span className="unseen">{SPOKEN[line.sign]}</span>
						{line.text}
					</span>
				</div>
			))}
		</section>
	);
}
