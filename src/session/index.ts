// The room `session`: the one thing that changes. Clock and storage are passed in.
export { type Address, formatAddress, type LessonAddress, type Let, parseAddress } from "./address.ts";
export { type Compiler, lazyCompiler, type Tools } from "./compiler.ts";
export type { SessionOptions } from "./player.ts";
export { PLAYGROUND, questionWithRun, visibleBlocks } from "./reading.ts";
export type { CastMember, Scene, SceneBuffer } from "./scene.ts";
export { createSession, type Session } from "./session.ts";
export type {
	BranchPicture,
	Clock,
	FixResult,
	Flow,
	Gate,
	History,
	Part,
	SessionActions,
	SessionState,
	TranscriptLine,
	Unit,
} from "./state.ts";
export {
	type Answer,
	browserStorage,
	EMPTY_LESSON,
	type LessonProgress,
	loadProgress,
	type Progress,
	passingStorage,
	type Storage,
} from "./storage.ts";
