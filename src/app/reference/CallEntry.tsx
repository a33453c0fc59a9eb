// One system call: what it does, and every way it ends.
import { ruleIds, ruleOf } from "../../explain/rules.ts";
import type { Chapter } from "../../lessons/index.ts";
import { type CallText, type Ending, headersOf, listed, whyNever } from "../../reference/index.ts";
import { endingsOfCall, endingWords, lessonsOfCall, teachersOf } from "./endings.ts";
import { LessonLinks, ManPages, MomentLink } from "./parts.tsx";

interface CallEntryProps {
	readonly name: string;
	readonly call: CallText;
	readonly chapters: readonly Chapter[];
}

/** In which order the ways stand. */
const ORDER = ["returns", "waits", "stops", "does not return", "fails", "happens"] as const;

/** Where the table of rules has it, which says first what comes first to mind. */
function place(rule: string): number {
	return (ruleIds as readonly string[]).indexOf(rule);
}

export function CallEntry({ name, call, chapters }: CallEntryProps) {
	const endings = [...endingsOfCall(name)].sort(
		(a, b) =>
			ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
			(a.errno ?? "").localeCompare(b.errno ?? "") ||
			place(a.rule) - place(b.rule),
	);
	return (
		<main className="contents reference" id="main" tabIndex={-1}>
			<p className="way-back">
				<a href="#/reference">Reference</a> · {call.group}
			</p>
			<h1>{name}</h1>
			<p className="prototype">
				{headersOf(name).map((header) => (
					<code key={header} className="include">
						#include {header}
					</code>
				))}
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
			<Errors name={name} endings={endings} />
			<section>
				<h2>How it can end</h2>
				<ul className="endings">
					{endings.map((ending) => {
						const rule = ruleOf(ending.rule);
						return (
							<li
								key={`${ending.rule} ${ending.kind} ${ending.errno}`}
								data-kind={ending.kind}
								data-errno={ending.errno}
							>
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
			<NeverHere name={name} call={call} />
			<LessonLinks steps={lessonsOfCall(name)} teachers={teachersOf(name)} chapters={chapters} />
		</main>
	);
}

/** The errors at a glance; each leads to where it stands on the page. */
function Errors({ name, endings }: { name: string; endings: readonly Ending[] }) {
	const errnos = [...new Set(endings.flatMap(({ errno }) => (errno === null ? [] : [errno])))];
	const show = (errno: string): void => {
		const way = document.querySelector(`.endings [data-errno="${errno}"] .how a`);
		if (!(way instanceof HTMLElement)) return;
		way.focus({ preventScroll: true });
		way.scrollIntoView({ block: "center" });
	};
	if (errnos.length === 0) return <p className="by">It does not fail.</p>;
	return (
		<p className="by errors">
			It can fail with
			{errnos.map((errno) => (
				<a
					key={errno}
					href={`#/reference/${name}`}
					onClick={(event) => {
						event.preventDefault();
						show(errno);
					}}
				>
					{errno}
				</a>
			))}
		</p>
	);
}

/** What the manual lists besides, and why it does not come about on this computer. */
function NeverHere({ name, call }: Omit<CallEntryProps, "chapters">) {
	const shown = new Set(endingsOfCall(name).map(({ errno }) => errno));
	const reasons = new Map<string, string[]>();
	for (const errno of new Set([name, ...call.by].flatMap(listed))) {
		const why = shown.has(errno) ? null : whyNeverOf([name, ...call.by], errno);
		if (why !== null) reasons.set(why, [...(reasons.get(why) ?? []), errno]);
	}
	if (reasons.size === 0) return null;
	return (
		<section>
			<h2>What the manual lists besides</h2>
			<dl className="never">
				{[...reasons].map(([why, errnos]) => (
					<div key={why}>
						<dt>{errnos.join(", ")}</dt>
						<dd>{why}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}

function whyNeverOf(names: readonly string[], errno: string): string | null {
	const lists = names.find((one) => listed(one).includes(errno));
	return lists === undefined ? null : whyNever(lists, errno, names[0]);
}
