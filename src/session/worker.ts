// A second door of the room `session`: what only the playground's worker needs. It brings the compiler along.
import "../explain/channels.ts";

export type { FromWorker, ToWorker } from "./playground/messages.ts";
export { type Host, serve } from "./playground/server.ts";
