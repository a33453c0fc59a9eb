// The second door of the room `lessons`: claims, the judge of exercises, and the book read from its files. A page that only runs does not load it.

export { type LessonClaim, readClaim } from "./claims.ts";
export { countsMissed } from "./counts.ts";
export { readBook } from "./format/index.ts";
export { atEnd, judge, judgeBounds, judgePrograms, type Verdict } from "./judge.ts";
