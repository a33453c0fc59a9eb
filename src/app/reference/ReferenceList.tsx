// All calls and all rules, and a box to find one by its name, an errno or a word.
import { useMemo, useState } from "react";
import { ruleIds, ruleOf } from "../../explain/rules.ts";
import { calls, type Ending, GROUPS, headersOf, SAME } from "../../reference/index.ts";
import { endingsOfCall, endingsOfRule } from "./endings.ts";
import { MAILBOX } from "./ManualEntry.tsx";

interface Entry {
	readonly name: string;
	readonly about: string;
	/** Functions of the library that end in it. */
	readonly by: readonly string[];
	/** Everything by which it can be found, in small letters. */
	readonly found: string;
}

export function ReferenceList() {
	const [wanted, setWanted] = useState("");
	const sections = useMemo(allSections, []);
	const words = wordsOf(wanted);
	const hits = ({ found }: Entry): number =>
		words.filter((word) => (ALSO[word] ?? [word]).some((one) => found.includes(one))).length;
	// Where nothing has all of the words, what has most of them.
	const most = Math.max(0, ...sections.flatMap(({ entries }) => entries.map(hits)));
	const shown = sections.flatMap(({ entries, ...section }) => {
		const matching = entries.filter((entry) => words.length === 0 || (most > 0 && hits(entry) === most));
		const entriesInOrder = [...matching].sort((a, b) => meant(b, words) - meant(a, words));
		return matching.length === 0 ? [] : [{ ...section, entries: entriesInOrder }];
	});
	shown.sort((a, b) => meant(b.entries[0], words) - meant(a.entries[0], words));
	const count = shown.reduce((sum, { entries }) => sum + entries.length, 0);
	return (
		<main className="contents reference" id="main" tabIndex={-1}>
			<h1>Reference</h1>
			<p className="lead">
				Every system call of this computer, and every rule by which its kernel decides. Each has a program
				that shows it: it opens at the very step.
			</p>
			<p className="find">
				<label htmlFor="find">Find a call, a function, an errno, a header or a word</label>
				<input
					id="find"
					type="search"
					value={wanted}
					placeholder="EPIPE"
					onChange={(event) => setWanted(event.target.value)}
					spellCheck={false}
					autoComplete="off"
				/>
				<span role="status">
					{words.length === 0 ? "" : `${count} found`}
					{count > 0 && most < words.length && ` with ${most} of these ${words.length} words`}
				</span>
			</p>
			{shown.map(({ entries, kind, title }) => (
				<section key={`${kind} ${title}`} className="chapter" aria-labelledby={idOf(kind, title)}>
					<h2 id={idOf(kind, title)}>
						{title}
						<span className="number">{kind === "call" ? "calls" : "rules"}</span>
					</h2>
					<ul>
						{entries.map(({ about, by, name }) => (
							<li key={name}>
								<a href={`#/reference/${name}`}>
									<code>{name}</code>
									<span className="idea">
										{byNames(name, by, words)}
										{about}
									</span>
								</a>
							</li>
						))}
					</ul>
				</section>
			))}
		</main>
	);
}

/** Of a question, what says nothing of its answer. */
const FILLERS = new Set(
	"a an and are at be can did do does for from get how i if in is it its me my not of on or so that the then there to was what when where which who why with you".split(
		" ",
	),
);

function wordsOf(wanted: string): readonly string[] {
	const all = wanted
		.toLowerCase()
		.split(/[\s?!,;()]+/)
		.filter(Boolean);
	const telling = all.filter((word) => !FILLERS.has(word));
	return telling.length > 0 ? telling : all;
}

/** What a reader may call it, and how the calls and rules do. */
const ALSO: { readonly [word: string]: readonly string[] } = {
	nonblocking: ["o_nonblock", "-again"],
	"non-blocking": ["o_nonblock", "-again"],
	nonblock: ["o_nonblock", "-again"],
	blocking: ["waits", "blocks"],
	blocks: ["waits", "blocks"],
	block: ["waits", "blocks"],
	hangs: ["waits", "blocks"],
	hang: ["waits", "blocks"],
	0: ["0", "end-of-file"],
	return: ["return", "end-of-file"],
	returns: ["return", "end-of-file"],
	fd: ["descriptor"],
	mkfifo: ["mkfifo", "fifo"],
	named: ["named", "fifo"],
	orphan: ["parent has ended", "taken in", "takes the child"],
	"close-on-exec": ["cloexec", "close-on-exec"],
	cloexec: ["cloexec", "close-on-exec"],
	ipc_private: ["ipc_private", "msgget"],
	scm_rights: ["scm_rights", "sendmsg", "recvmsg"],
	so_peercred: ["so_peercred", "getsockopt"],
	credentials: ["credentials", "getsockopt", "sendmsg"],
	permission: ["permission", "eacces", "eperm"],
	permissions: ["permission", "eacces", "eperm"],
	denied: ["permission", "eacces", "eperm"],
	timeout: ["timeout", "time is up", "is over"],
	eof: ["end-of-file", "end of file"],
	interrupted: ["interrupted", "eintr"],
};

/** 1: the reader has typed its very name, or that of a function that ends in it. */
function meant(entry: Entry | undefined, words: readonly string[]): number {
	return entry !== undefined && words.some((word) => word === entry.name || entry.by.includes(word)) ? 1 : 0;
}

/** What stands before a call when the reader looks for a function of the library by its name. */
function byNames(name: string, by: readonly string[], words: readonly string[]): string {
	const named = by.filter((one) =>
		words.some((word) => word.length > 2 && one.startsWith(word) && !name.includes(word)),
	);
	return named.length === 0 ? "" : `${named.join(", ")}: `;
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
			const rules = endingsOfCall(name).map(({ rule }) => rule);
			const said = [name, call.does, call.prototype, ...call.by, ...headersOf(name), ...errnos, ...rules];
			const about = firstSentence(call.does).replaceAll("`", "");
			return [{ name, about, by: call.by, found: said.join(" ").toLowerCase() }];
		});
		if (group === "Message queues") entries.push(MANUAL);
		return { kind: "call", title: group, entries };
	});
	const byObject = new Map<string, Entry[]>();
	for (const id of ruleIds) {
		const about = ruleOf(id)?.sentence ?? "";
		const object = id.split(".")[0] as string;
		const entries = byObject.get(object) ?? [];
		const found = [id, about, ...errnosOf(endingsOfRule(id))].join(" ").toLowerCase();
		entries.push({ name: id, about, by: [], found });
		byObject.set(object, entries);
	}
	const ofRules = [...byObject].map(([object, entries]): Section => {
		const words = object.replaceAll("-", " ");
		return { kind: "rule", title: words.charAt(0).toUpperCase() + words.slice(1), entries };
	});
	return [...ofCalls.filter(({ entries }) => entries.length > 0), ...ofRules];
}

const MANUAL: Entry = {
	name: MAILBOX,
	about: "The textbook's mailbox, as a manual page has it: letters, stamps, limits, errors.",
	by: [],
	found: "mailbox.7 mailbox(7) mailbox.h manual page stamp letters limits",
};

/** Errors that have two names. */
const SECOND_NAMES = new Map(SAME);

function errnosOf(endings: readonly Ending[]): readonly string[] {
	return endings.flatMap(({ errno }) => (errno === null ? [] : [errno, SECOND_NAMES.get(errno) ?? ""]));
}

function firstSentence(text: string): string {
	return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, ".") ?? text;
}
