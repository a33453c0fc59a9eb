// The room `base`: what every other room may use; it holds no word of the domain.

export { type Diagnostic, formatDiagnostic, type Note, type Span } from "./diagnostic.ts";
export { InvariantError, invariant, unreachable } from "./invariant.ts";
export { Journal, type Mark } from "./journal.ts";
export { copyPlain, Hash } from "./plain.ts";
export { draw, nextSeed } from "./random.ts";
export { decodeText, encodeText, STRAY_BYTES } from "./text.ts";
