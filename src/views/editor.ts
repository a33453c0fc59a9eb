// A second door of the room `views`: the editor, which brings CodeMirror along.
export { CodeEditor } from "./editor/CodeEditor.tsx";
export type { Mark } from "./editor/marks.ts";
