// All calls and all rules, and a box to find one by its name, an errno or a word.
import { useMemo, useState } from "react";
import { ruleIds, ruleOf } from "../../explain/rules.ts";
import { calls, type Ending, GROUPS, SAME } from "../../reference/index.ts";
import { endingsOfCall, endingsOfRule } from "./endings.ts";

interface Entry {
	readonly name: string;
	readonly about: string;
	/** Everything by which it can be found, in small letters. */
	readonly found: string;
}

export function ReferenceList() {
	const [wanted, setWanted] = useState("");
	const sections = useMemo(allSections, []);
	const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
	const shown = sections.flatMap(({ entries, ...section }) => {
		const matching = entries.filter(({ found }) => words.every((word) => found.includes(word)));
		return matching.length === 0 ? [] : [{ ...section, entries: matching }];
	});
	const count = shown.reduce((sum, { entries }) => sum + entries.length, 0);
	return (
		<main className="contents reference" id="main" tabIndex={-1}>
			<h1>Reference</h1>
			<p className="lead">
				Every system call of this computer, and every rule by which its kernel decides. Each has a program
				that shows it: it opens at the very step.
			</p>
			<p className="find">
				<label htmlFor="find">Find a call, a function, an errno or a word</label>
				<input
					id="find"
					type="search"
					value={wanted}
					placeholder="EPIPE"
					onChange={(event) => setWanted(event.target.value)}
					spellCheck={false}
					autoComplete="off"
				/>
				<span role="status">{words.length === 0 ? "" : `${count} found`}</span>
			</p>
			{shown.map(({ entries, kind, title }) => (
				<section key={`${kind} ${title}`} className="chapter" aria-labelledby={idOf(kind, title)}>
					<h2 id={idOf(kind, title)}>
						{title}
						<span className="number">{kind === "call" ? "calls" : "rules"}</span>
					</h2>
					<ul>
						{entries.map(({ about, name }) => (
							<li key={name}>
								<a href={`#/reference/${name}`}>
									<code>{name}</code>
									<span className="idea">{about}</span>
								</a>
							</li>
						))}
					</ul>
				</section>
			))}
		</main>
	);
}

interface Section {
	readonly kind: "call" | "rule";
	readonly title: string;
	readonly entries: readonly Entry[];
}

function idOf(kind: Section["kind"], title: string): string {
	return `${kind}-${title.toLowerCase().replaceAll(" ", "-")}`;
}

function allSections(): readonly Section[] {
	const ofCalls = GROUPS.map((group): Section => {
		const entries = Object.entries(calls).flatMap(([name, call]): Entry[] => {
			if (call.group !== group) return [];
			const errnos = errnosOf(endingsOfCall(name));
			const found = [name, call.does, call.prototype, ...call.by, ...errnos].join(" ").toLowerCase();
			return [{ name, about: firstSentence(call.does).replaceAll("`", ""), found }];
		});
		return { kind: "call", title: group, entries };
	});
	const byObject = new Map<string, Entry[]>();
	for (const id of ruleIds) {
		const about = ruleOf(id)?.sentence ?? "";
		const object = id.split(".")[0] as string;
		const entries = byObject.get(object) ?? [];
		const found = [id, about, ...errnosOf(endingsOfRule(id))].join(" ").toLowerCase();
		entries.push({ name: id, about, found });
		byObject.set(object, entries);
	}
	const ofRules = [...byObject].map(([object, entries]): Section => {
		const words = object.replaceAll("-", " ");
		return { kind: "rule", title: words.charAt(0).toUpperCase() + words.slice(1), entries };
	});
	return [...ofCalls.filter(({ entries }) => entries.length > 0), ...ofRules];
}

/** Errors that have two names. */
const SECOND_NAMES = new Map(SAME);

function errnosOf(endings: readonly Ending[]): readonly string[] {
	return endings.flatMap(({ errno }) => (errno === null ? [] : [errno, SECOND_NAMES.get(errno) ?? ""]));
}

function firstSentence(text: string): string {
	return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, ".") ?? text;
}
