// The manual page of the textbook's mailbox, which no other manual has.
import text from "../../../mailbox/mailbox.7?raw";
import { calls, type ManualBlock, type ManualRun, readManualPage } from "../../reference/index.ts";
import { ManLink } from "./parts.tsx";

/** Its name in the reference. */
export const MAILBOX = "mailbox.7";

export function ManualEntry() {
	return (
		<main className="contents reference manual" id="main" tabIndex={-1}>
			<p className="way-back">
				<a href="#/reference">Reference</a> · manual page
			</p>
			<h1>mailbox(7)</h1>
			{readManualPage(text).map(({ blocks, title, within }) => (
				<section key={title}>
					{within ? <h3>{title}</h3> : <h2>{title.charAt(0) + title.slice(1).toLowerCase()}</h2>}
					{blocks.map((block) => (
						<Block key={JSON.stringify(block)} block={block} />
					))}
				</section>
			))}
		</main>
	);
}

function Block({ block }: { block: ManualBlock }) {
	if (block.kind === "text") {
		return (
			<p>
				<Runs runs={block.runs} />
			</p>
		);
	}
	if (block.kind === "item") {
		return (
			<dl className="never">
				<div>
					<dt>
						<Runs runs={block.term} />
					</dt>
					<dd>
						<Runs runs={block.runs} />
					</dd>
				</div>
			</dl>
		);
	}
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
		<pre tabIndex={0}>{block.lines.map((line) => `${line.map((run) => run.text).join("")}\n`).join("")}</pre>
	);
}

/** Names in bold are C, `pipe` with `(7)` behind it is a page; a call of the reference leads to its entry. */
function Runs({ runs }: { runs: readonly ManualRun[] }) {
	return runs.map((run, i) => {
		const key = `${i} ${run.text}`;
		if (run.look === "italic") return <em key={key}>{run.text}</em>;
		if (run.look === "bold") {
			if (/^\(\d\)/.test(runs[i + 1]?.text ?? ""))
				return <ManLink key={key} page={`${run.text}${runs[i + 1]?.text.slice(0, 3)}`} />;
			return Object.hasOwn(calls, run.text) ? (
				<a key={key} href={`#/reference/${run.text}`}>
					<code>{run.text}</code>
				</a>
			) : (
				<code key={key}>{run.text}</code>
			);
		}
		const page = i > 0 && runs[i - 1]?.look === "bold" && /^\(\d\)/.test(run.text);
		return <span key={key}>{page ? run.text.slice(3) : run.text}</span>;
	});
}
