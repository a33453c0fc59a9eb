// The room `lessons`: what pages, session and command line do with a lesson. The parser is behind `format/`, the checker behind `check/`.
export type * from "./lesson.ts";
export { isLimitKey, LIMIT_KEYS, type LimitKey, limitsOf } from "./limits.ts";
export { openingQuestion } from "./opening.ts";
export { type Placement, withPieces, withText } from "./pieces.ts";
export { type LessonRun, runOfLesson, WORK_OF_STEP } from "./setup.ts";
export { type BuildPrograms, type Prebuilt, type ReadyPrograms, softwareKey } from "./software.ts";
