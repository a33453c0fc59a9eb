// A second door of the room `session`: what only the playground's page needs.
export type { Cure, ExerciseCure, FileDiff } from "./cure.ts";
export {
	Checker,
	type ClientOptions,
	type Connection,
	RemoteSession,
	type RemoteState,
} from "./playground/client.ts";
export { type Linked, readWorkLink, writeWorkLink } from "./playground/link.ts";
export type {
	Answers,
	FromWorker,
	Look,
	ObjectLook,
	Question,
	ToWorker,
	TraceLine,
	TraceWindow,
} from "./playground/messages.ts";
export { Shelf, same } from "./playground/shelf.ts";
export type { Goal } from "./playground/stops.ts";
export {
	exercisePrograms,
	FILE_NAME,
	isAtShell,
	lessonOf,
	MOST,
	NO_STOPS,
	needsUserland,
	PROGRAM_NAME,
	SHELL_WORK,
	START_OPTIONS,
	type Stops,
	visited,
	visitOfLesson,
	type Work,
	type WorkOptions,
	workOf,
	workOfLesson,
} from "./playground/work.ts";
