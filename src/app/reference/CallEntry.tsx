// One system call: what it does, and every way it ends.
import { ruleOf } from "../../explain/rules.ts";
import type { Chapter } from "../../lessons/index.ts";
import type { CallText } from "../../reference/index.ts";
import { endingsOfCall, endingWords } from "./endings.ts";
import { LessonLinks, ManPages, MomentLink } from "./parts.tsx";

interface CallEntryProps {
	readonly name: string;
	readonly call: CallText;
	readonly chapters: readonly Chapter[];
}

/** In which order the ways stand. */
const ORDER = ["returns", "waits", "stops", "does not return", "fails", "happens"] as const;

export function CallEntry({ name, call, chapters }: CallEntryProps) {
	const endings = [...endingsOfCall(name)].sort(
		(a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.errno ?? "").localeCompare(b.errno ?? ""),
	);
	return (
		<main className="contents reference" id="main" tabIndex={-1}>
			<p className="way-back">
				<a href="#/reference">Reference</a> · {call.group}
			</p>
			<h1>{name}</h1>
			<p className="prototype">
				<code>{call.prototype}</code>
			</p>
			<p className="lead">
				{call.does.split("`").map((part, i) => (i % 2 === 1 ? <code key={part}>{part}</code> : part))}
			</p>
			{call.by.length > 0 && (
				<p className="by">
					Also made by{" "}
					{call.by.map((one, i) => (
						<span key={one}>
							{i > 0 && ", "}
							<code>{one}</code>
						</span>
					))}
					.
				</p>
			)}
			<ManPages pages={[call.man]} />
			<section>
				<h2>How it can end</h2>
				<ul className="endings">
					{endings.map((ending) => {
						const rule = ruleOf(ending.rule);
						return (
							<li key={`${ending.rule} ${ending.kind} ${ending.errno}`} data-kind={ending.kind}>
								<p className="how">
									<strong>{endingWords(ending)}</strong>
									<a href={`#/reference/${ending.rule}`}>
										<code>{ending.rule}</code>
									</a>
								</p>
								<p>{rule?.sentence}</p>
								{rule?.linux != null && <p className="finer">{rule.linux}</p>}
								<MomentLink ending={ending} />
							</li>
						);
					})}
				</ul>
			</section>
			<LessonLinks rules={endings.map(({ rule }) => rule)} chapters={chapters} />
		</main>
	);
}
