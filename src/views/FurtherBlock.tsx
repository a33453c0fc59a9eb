// The blocks of a lesson that stand behind its rule: settings, claims, a comparison, the finer print, what Linux does.
import type { ReactNode } from "react";
import type { Block } from "../lessons/index.ts";
import { CompareCard } from "./CompareCard.tsx";
import { KnobPanel } from "./KnobPanel.tsx";
import { ProseBlock } from "./ProseBlock.tsx";
import { grouped } from "./pictures/bytes.ts";
import { RuleBox } from "./RuleBox.tsx";

type Further = Extract<Block, { kind: "always" | "compare" | "finer" | "knobs" | "linux" | "sometimes" }>;

const SIZES = ["sizes"];

export function FurtherBlock({ block }: { block: Further }) {
	switch (block.kind) {
		case "finer":
			return <Aside kind="The finer point" html={block.html} />;
		case "linux":
			return (
				<Aside kind="On Linux" html={block.html}>
					{block.rule !== null && <RuleBox rule={block.rule} />}
					<KnobPanel names={SIZES} />
				</Aside>
			);
		case "always":
		case "sometimes":
			return <Claim block={block} />;
		case "knobs":
			return (
				<section className="task" aria-label="Settings">
					<p className="kind">Change it</p>
					<ProseBlock html={block.html} />
					<KnobPanel names={block.names} />
				</section>
			);
		case "compare":
			return <CompareCard compare={block} />;
	}
}

function Aside({ kind, html, children }: { kind: string; html: string; children?: ReactNode }) {
	return (
		<aside className="block aside">
			<p className="kind">{kind}</p>
			<ProseBlock html={html} />
			{children}
		</aside>
	);
}

/** A sentence about every run or some run, and how many runs it was tried on. */
function Claim({ block }: { block: Extract<Block, { kind: "always" | "sometimes" }> }) {
	const { explored } = block;
	return (
		<aside className="block aside">
			<p className="kind">{block.kind === "always" ? "Always" : "It can happen"}</p>
			<ProseBlock html={block.html} />
			{explored !== null && (
				<p className="proof">
					{explored.complete
						? "Checked over every order in which the processes can run."
						: `Checked over ${grouped(explored.runs)} of the orders in which the processes can run.`}
				</p>
			)}
		</aside>
	);
}
