// A second door of the room `views`: what only a page with an editor shows.
export { CodeEditor } from "./editor/CodeEditor.tsx";
export type { Mark } from "./editor/marks.ts";
export { identities } from "./pictures/identity.ts";
export { CureCard } from "./playground/CureCard.tsx";
export { DebugControls } from "./playground/DebugControls.tsx";
export { ObjectsPane } from "./playground/ObjectsPane.tsx";
export { TracePane } from "./playground/TracePane.tsx";
export { TypeLine } from "./playground/TypeLine.tsx";
