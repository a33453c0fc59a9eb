// A file of C to write in: highlighting, what the compiler says in the margin, breakpoints, and who stands where.
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { cpp } from "@codemirror/lang-cpp";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { type Diagnostic as Lint, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Text } from "@codemirror/state";
import {
	drawSelection,
	EditorView,
	highlightActiveLineGutter,
	highlightSpecialChars,
	keymap,
	lineNumbers,
} from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef } from "react";
import type { Diagnostic } from "../../base/index.ts";
import { theme } from "./highlight.ts";
import {
	breakpointGutter,
	breakpointLines,
	breakpoints,
	breakpointsAt,
	type Mark,
	processMarks,
	showMarks,
	toggleBreakpoint,
} from "./marks.ts";

export interface CodeEditorProps {
	readonly path: string;
	readonly text: string;
	/** Changes when another work is opened: what was typed before cannot be undone into it. */
	readonly generation: number;
	readonly diagnostics: readonly Diagnostic[];
	readonly marks: readonly Mark[];
	/** Where the cursor is to go; a new object each time. */
	readonly goTo: { readonly line: number; readonly column: number } | null;
	/** Lines with a breakpoint when the text is opened. */
	readonly breaks?: readonly number[];
	readonly onChange: (text: string) => void;
	readonly onBreakpoints: ((path: string, lines: readonly number[]) => void) | null;
	readonly onRun: () => void;
	readonly onRunTo: ((line: number) => void) | null;
}

/** Letters after which C is not coloured any more: the page must answer to every key. */
const MOST_COLOURED = 200_000;

export function CodeEditor(props: CodeEditorProps) {
	const place = useRef<HTMLDivElement>(null);
	const view = useRef<EditorView | null>(null);
	const states = useRef(new Map<string, EditorState>());
	const open = useRef<{ path: string; generation: number } | null>(null);
	const latest = useRef(props);
	latest.current = props;
	const { path, text, generation, diagnostics, marks, goTo } = props;

	useLayoutEffect(() => {
		const editor = new EditorView({ parent: place.current as HTMLDivElement });
		view.current = editor;
		return () => {
			editor.destroy();
			view.current = null;
			open.current = null;
		};
	}, []);

	useLayoutEffect(() => {
		const editor = view.current;
		if (editor === null) return;
		const before = open.current;
		if (before?.path !== path || before.generation !== generation) {
			if (before?.generation === generation) states.current.set(before.path, editor.state);
			else states.current.clear();
			const known = states.current.get(path);
			editor.setState(known?.doc.toString() === text ? known : newState(path, text, latest));
			open.current = { path, generation };
		} else if (editor.state.doc.toString() !== text) {
			editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
		}
	}, [path, text, generation]);

	useEffect(() => {
		const editor = view.current;
		if (editor === null || open.current?.path !== path || open.current.generation !== generation) return;
		editor.dispatch(setDiagnostics(editor.state, lints(editor.state.doc, path, diagnostics)));
	}, [path, diagnostics, generation]);

	const key = JSON.stringify(marks);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key is what the marks say
	useEffect(() => {
		const editor = view.current;
		if (editor === null) return;
		showMarks(editor, marks);
		const acting = marks.find((mark) => mark.acting);
		if (acting !== undefined && acting.line <= editor.state.doc.lines) bringIntoView(editor, acting.line);
	}, [key, path, generation]);

	useEffect(() => {
		const editor = view.current;
		if (editor === null || goTo === null) return;
		const line = editor.state.doc.line(Math.max(1, Math.min(goTo.line, editor.state.doc.lines)));
		const anchor = Math.min(line.to, line.from + Math.max(0, goTo.column - 1));
		editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
		editor.focus();
	}, [goTo]);

	return <div ref={place} className="code-editor" />;
}

/** Scrolls the text, never the page, and only to a line that is out of sight. */
function bringIntoView(editor: EditorView, number: number): void {
	const block = editor.lineBlockAt(editor.state.doc.line(number).from);
	const { scrollTop, clientHeight } = editor.scrollDOM;
	if (block.top >= scrollTop + 20 && block.bottom <= scrollTop + clientHeight - 20) return;
	editor.scrollDOM.scrollTop = block.top - clientHeight / 2;
}

function newState(path: string, text: string, latest: React.RefObject<CodeEditorProps>): EditorState {
	const say = (editor: EditorView): true => {
		latest.current.onBreakpoints?.(path, breakpointLines(editor));
		return true;
	};
	return EditorState.create({
		doc: text,
		extensions: [
			lintGutter(),
			latest.current.onBreakpoints === null
				? []
				: [breakpointsAt(latest.current.breaks ?? []), breakpointGutter],
			lineNumbers(),
			highlightActiveLineGutter(),
			highlightSpecialChars(),
			history(),
			drawSelection(),
			indentUnit.of("\t"),
			EditorState.tabSize.of(4),
			indentOnInput(),
			bracketMatching(),
			text.length > MOST_COLOURED ? [] : cpp(),
			theme,
			processMarks,
			keymap.of([
				{ key: "Mod-Enter", run: () => run(latest.current), preventDefault: true },
				{
					key: "F9",
					run(editor) {
						if (latest.current.onBreakpoints === null) return false;
						toggleBreakpoint(editor, editor.state.selection.main.head);
						return say(editor);
					},
				},
				{
					key: "Mod-F10",
					run(editor) {
						const line = editor.state.doc.lineAt(editor.state.selection.main.head).number;
						latest.current.onRunTo?.(line);
						return latest.current.onRunTo !== null;
					},
				},
				// Tab leaves the editor, as it leaves every other field.
				{ key: "Mod-]", run: indentMore },
				{ key: "Mod-[", run: indentLess },
				...lintKeymap,
				...defaultKeymap,
				...historyKeymap,
			]),
			EditorView.contentAttributes.of({
				"aria-label": `${path}, C source`,
				tabindex: "0",
				spellcheck: "false",
				autocorrect: "off",
				autocapitalize: "off",
			}),
			EditorView.updateListener.of((update) => {
				if (update.docChanged) latest.current.onChange(update.state.doc.toString());
				const moved = update.startState.field(breakpoints, false) !== update.state.field(breakpoints, false);
				if (moved) say(update.view);
			}),
		],
	});
}

function run({ onRun }: CodeEditorProps): true {
	onRun();
	return true;
}

/** The compiler's places as stretches of the text; one that the text no longer has is left out. */
function lints(doc: Text, path: string, diagnostics: readonly Diagnostic[]): Lint[] {
	return diagnostics.flatMap(({ span, severity, message, notes }) => {
		if (span === null || span.file !== path || span.line > doc.lines) return [];
		const line = doc.line(span.line);
		const from = Math.min(line.to, line.from + span.column - 1);
		const to = Math.min(line.to, from + span.length);
		const text = [message, ...notes.map((note) => note.message)].join("\n");
		return [{ from, to: Math.max(to, from), severity, message: text }];
	});
}
