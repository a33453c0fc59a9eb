// A rule of the kernel: its sentence, where the manual has it, and what Linux does otherwise.
import { manAddress, ruleOf } from "../explain/rules.ts";

export function RuleText({ rule }: { rule: string }) {
	const text = ruleOf(rule);
	if (text === null) return null;
	return (
		<div className="rule-box">
			<p>{text.sentence}</p>
			{text.linux !== null && (
				<p>
					<b>On Linux:</b> {text.linux}
				</p>
			)}
			<p className="source-of">
				{text.man.map((page) => (
					<ManLink key={page} page={page} />
				))}
				<code>{rule}</code>
			</p>
		</div>
	);
}

/** `pipe(7)` as a link to the manual's page. */
function ManLink({ page }: { page: string }) {
	return (
		<a href={manAddress(page)} target="_blank" rel="noreferrer">
			{page}
		</a>
	);
}
