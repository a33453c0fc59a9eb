// The reference: every system call and every rule of the kernel, each with a program that shows it.
import { useEffect } from "react";
import { isRule } from "../../explain/rules.ts";
import type { Chapter } from "../../lessons/index.ts";
import { calls } from "../../reference/index.ts";
import { MissingPage } from "../MissingPage.tsx";
import { CallEntry } from "./CallEntry.tsx";
import { MAILBOX, ManualEntry } from "./ManualEntry.tsx";
import { ReferenceList } from "./ReferenceList.tsx";
import { RuleEntry } from "./RuleEntry.tsx";
import "../../views/css/contents.css";
import "../../views/css/reference.css";

interface ReferencePageProps {
	/** A system call, a rule or a manual page; null: the list of all. */
	readonly entry: string | null;
	readonly chapters: readonly Chapter[];
}

export function ReferencePage({ entry, chapters }: ReferencePageProps) {
	useEffect(() => {
		document.title = `${entry ?? "Reference"} · Interprocess`;
		window.scrollTo(0, 0);
	}, [entry]);
	if (entry === null) return <ReferenceList />;
	if (entry === MAILBOX) return <ManualEntry />;
	const name = callNamed(entry);
	const call = name === undefined ? undefined : calls[name];
	if (name !== undefined && call !== undefined)
		return <CallEntry name={name} call={call} chapters={chapters} />;
	if (isRule(entry)) return <RuleEntry id={entry} chapters={chapters} />;
	return (
		<MissingPage text={`/reference/${entry}`} why="The reference has no such call or rule." lesson={null} />
	);
}

/** The call of that name, or the one in which the library's function of that name ends. */
function callNamed(entry: string): string | undefined {
	if (Object.hasOwn(calls, entry)) return entry;
	return Object.keys(calls).find((name) => calls[name]?.by.includes(entry));
}
