// Prose from the book; its links point into the code, to a moment, a word, a rule, or another lesson.
import { useMemo, useState } from "react";
import type { Term } from "../lessons/index.ts";
import { usePoint } from "./attention.tsx";
import { Icon } from "./Icon.tsx";
import { RuleBox } from "./RuleBox.tsx";
import { useActions, useSession } from "./session-context.tsx";

type Note = { readonly kind: "term"; readonly term: Term } | { readonly kind: "rule"; readonly rule: string };

/** `html` is made from the book's Markdown when the book is built; nothing in it comes from a reader. */
export function ProseBlock({ html, inline = false }: { html: string; inline?: boolean }) {
	const terms = useSession((state) => state.lesson?.terms);
	const { jumpTo } = useActions();
	const point = usePoint();
	const [note, setNote] = useState<Note | null>(null);
	const follow = (event: React.MouseEvent): void => {
		const link = event.target instanceof Element ? event.target.closest("a") : null;
		if (link === null || link.dataset.man !== undefined) return;
		const { code, step, term, rule, lesson, line } = link.dataset;
		if (
			code === undefined &&
			step === undefined &&
			term === undefined &&
			rule === undefined &&
			lesson === undefined
		) {
			return;
		}
		event.preventDefault();
		if (lesson !== undefined) location.hash = `#/${lesson}`;
		if (step !== undefined) jumpTo(step);
		if (code !== undefined) pointAt(code, line, point);
		if (rule !== undefined) setNote({ kind: "rule", rule });
		const found = terms?.find(({ id }) => id === term);
		if (found !== undefined) setNote({ kind: "term", term: found });
	};
	const Tag = inline ? "span" : "div";
	// React writes the text anew whenever this object is another, and what had the focus in it would lose it.
	const made = useMemo(() => ({ __html: html }), [html]);
	return (
		<>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own parser from our own book */}
			<Tag className={inline ? "" : "prose"} onClick={follow} dangerouslySetInnerHTML={made} />
			{note !== null && <NoteBox note={note} onClose={() => setNote(null)} />}
		</>
	);
}

function pointAt(code: string, line: string | undefined, point: ReturnType<typeof usePoint>): void {
	const file = code.split("#")[0] as string;
	point({ line: { file, line: Number(line ?? 1) } });
	const source = document.querySelector(`[aria-label="Source of ${CSS.escape(file)}"]`);
	source?.scrollIntoView({ block: "nearest" });
}

function NoteBox({ note, onClose }: { note: Note; onClose: () => void }) {
	return (
		<aside className="note">
			{note.kind === "term" ? (
				<>
					<h3>{note.term.title}</h3>
					{/* biome-ignore lint/security/noDangerouslySetInnerHtml: from the book's glossary */}
					<div dangerouslySetInnerHTML={{ __html: note.term.html }} />
				</>
			) : (
				<RuleBox rule={note.rule} />
			)}
			<button type="button" className="button plain" onClick={onClose} aria-label="Close this note">
				<Icon name="cross" />
			</button>
		</aside>
	);
}
