// What just happened and why: the one sentence of a step, the rule behind it, and who waits for what.
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { lineWords } from "../explain/index.ts";
import type { Scene, SessionState } from "../session/index.ts";
import { identities } from "./pictures/identity.ts";
import { RuleBox } from "./RuleBox.tsx";
import { useReadOn } from "./reading-place.ts";
import { useSession } from "./session-context.tsx";
import { WaitPanel } from "./WaitPanel.tsx";
import { Words } from "./Words.tsx";
import { useWorkroom } from "./workroom.ts";

/** Comes when it is asked for. */
const Transcript = lazy(() => import("./Transcript.tsx").then((module) => ({ default: module.Transcript })));

const ENDINGS = {
	exited: "The run has ended.",
	killed: "The run has ended.",
	stuck: "Nothing can ever happen again.",
	limit: "The run was stopped: it had taken as many steps as are allowed.",
} as const;

/** An end in itself; what stands still or was stopped is told by the diagnosis. */
function ended({ kind }: { readonly kind: keyof typeof ENDINGS }): boolean {
	return kind === "exited" || kind === "killed";
}

interface SentencePanelProps {
	readonly scene: Scene;
	readonly open: boolean;
	readonly onToggle: () => void;
	/** Stands in the place of the sentence that says what mends it. */
	readonly cure?: ReactNode;
}

export function SentencePanel({ scene, open, onToggle, cure }: SentencePanelProps) {
	const known = useMemo(() => identities(scene.cast), [scene.cast]);
	const { sentence, rule, depends, waits, diagnosis, ending } = scene;
	const [words, setWords] = useState(false);
	const playing = useSession((state) => state.playing);
	const tried = useSession(hasTried);
	const room = useWorkroom();
	useEffect(() => {
		if (!open && !words) return;
		const close = (event: KeyboardEvent): void => {
			if (event.key !== "Escape") return;
			setWords(false);
			if (open) onToggle();
		};
		document.addEventListener("keydown", close);
		return () => document.removeEventListener("keydown", close);
	}, [open, words, onToggle]);
	const hasMore = rule !== null || depends !== null || waits.size > 0;
	return (
		<section className="sentence" aria-label="What just happened">
			<div className="line">
				<p role="status" aria-live={playing ? "off" : "polite"} aria-atomic="true">
					<span key={playing ? "playing" : "still"}>
						{sentence !== null ? (
							<Words sentence={sentence} identities={known} />
						) : scene.step === 0 ? (
							"The program stands before its first statement."
						) : (
							<PlainStep scene={scene} />
						)}
						{ending !== null && (diagnosis === null || ended(ending)) && ` ${ENDINGS[ending.kind]}`}
					</span>
				</p>
				<div className="asks">
					<button
						type="button"
						className={`button plain why${hasMore ? "" : " nothing-to-tell"}`}
						aria-expanded={open && hasMore}
						disabled={!hasMore}
						onClick={() => {
							setWords(false);
							onToggle();
						}}
					>
						Why?
					</button>
					<button
						type="button"
						className="button plain why"
						aria-expanded={words}
						onClick={() => {
							if (open) onToggle();
							setWords(!words);
						}}
					>
						The run in words
					</button>
					{!playing && <ReadOn />}
				</div>
			</div>
			<div aria-live="polite">
				{diagnosis !== null && (
					<>
						<p className="diagnosis">
							<Words sentence={diagnosis.sentence} identities={known} />
							{tried && cure === undefined && diagnosis.cure !== null && (
								<>
									{" "}
									<Words sentence={diagnosis.cure} identities={known} />
								</>
							)}
						</p>
						{cure}
						{cure === undefined && tried && room !== null && (
							<Suspense>
								<room.RunCure scene={scene} />
							</Suspense>
						)}
					</>
				)}
			</div>
			{open && hasMore && (
				<div className="reasons unfolded">
					{rule !== null && <RuleBox rule={rule} />}
					{depends !== null && (
						<p className="rule-box">
							<Words sentence={depends} identities={known} />
						</p>
					)}
					<WaitPanel scene={scene} identities={known} />
				</div>
			)}
			{words && (
				<div className="unfolded">
					<Suspense>
						<Transcript scene={scene} />
					</Suspense>
				</div>
			)}
		</section>
	);
}

/** The way back to the text, after something was brought to the eye. */
function ReadOn() {
	const held = useSession((state) => state.held);
	const readOn = useReadOn();
	if (readOn === null || held) return null;
	return (
		<button type="button" className="button plain why" onClick={readOn}>
			Read on
		</button>
	);
}

/** The cure is kept back until the reader has tried to find it, where the lesson asks for that. */
function hasTried({ lesson, progress, fixResults, run }: SessionState): boolean {
	// Beside the exercise stands what mends a try.
	if (run !== null && fixResults[run] !== undefined) return false;
	const fixes = lesson?.blocks.filter((block) => block.kind === "fix") ?? [];
	const fixed = progress.lessons[lesson?.id ?? ""]?.fixed ?? [];
	return fixes.every(({ id }) => fixed.includes(id) || fixResults[id] !== undefined);
}

function PlainStep({ scene }: { scene: Scene }) {
	const programs = useSession((state) => state.programs);
	const member = scene.cast.find(({ pid }) => pid === scene.actor);
	const place = member === undefined ? undefined : scene.places.get(member.pid);
	if (member === undefined || place === undefined) return "A statement was carried out.";
	return `${member.name} comes to ${lineWords(programs, place)}.`;
}
