// The colours of C in the editor: the very ones of the lessons' sources, in both themes.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const words = HighlightStyle.define([
	{ tag: [tags.keyword, tags.controlKeyword, tags.modifier], color: "var(--word-keyword)" },
	{ tag: [tags.typeName, tags.standard(tags.typeName)], color: "var(--word-type)" },
	{ tag: [tags.string, tags.character, tags.special(tags.string)], color: "var(--word-string)" },
	{ tag: [tags.number, tags.bool, tags.null], color: "var(--word-number)" },
	{ tag: tags.comment, color: "var(--word-comment)", fontStyle: "italic" },
	{ tag: [tags.processingInstruction, tags.meta], color: "var(--soft)" },
]);

const look = EditorView.theme({
	"&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--raised)", fontSize: "0.8125rem" },
	"&.cm-focused": { outline: "none" },
	".cm-scroller": { fontFamily: "var(--mono)", fontVariantLigatures: "none", lineHeight: "1.25rem" },
	".cm-content": { caretColor: "var(--ink)", padding: "0.5rem 0" },
	".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)" },
	"&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
		background: "light-dark(#cfe0f5, #2c4766)",
	},
	".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--soft)", border: "0" },
	".cm-lineNumbers .cm-gutterElement": { minWidth: "1.9rem", padding: "0 0.5rem 0 0.15rem" },
	".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)" },
	".cm-activeLine": { backgroundColor: "transparent" },
	".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
		backgroundColor: "transparent",
		outline: "1px solid var(--edge)",
	},
	".cm-tooltip": {
		border: "1px solid var(--edge)",
		borderRadius: "6px",
		backgroundColor: "var(--paper)",
		color: "var(--ink)",
		font: "400 0.875rem / 1.45 var(--sans)",
		maxWidth: "min(32rem, 90vw)",
	},
	".cm-diagnostic": { padding: "0.4rem 0.7rem", borderLeft: "3px solid var(--edge)" },
	".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
	".cm-diagnostic-warning": { borderLeftColor: "var(--word-number)" },
	".cm-lintRange-error": { backgroundImage: "none", borderBottom: "2px solid var(--bad)" },
	".cm-lintRange-warning": { backgroundImage: "none", borderBottom: "2px dotted var(--word-number)" },
	".cm-gutter-lint": { width: "1rem" },
	".cm-gutter-lint .cm-gutterElement": { padding: "0.15rem 0" },
	".cm-lint-marker": { width: "0.85rem", height: "0.85rem" },
});

export const theme = [look, syntaxHighlighting(words)];
