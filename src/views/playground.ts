// A second door of the room `views`: what only a page with a debugger shows.
export { identities } from "./pictures/identity.ts";
export { CureCard } from "./playground/CureCard.tsx";
export { DebugControls } from "./playground/DebugControls.tsx";
export { ObjectsPane } from "./playground/ObjectsPane.tsx";
export { TracePane } from "./playground/TracePane.tsx";
export { TypeLine } from "./playground/TypeLine.tsx";
