// The second door of the room `lessons`: claims and the judge of exercises. A page that only runs does not load it.

export { type LessonClaim, readClaim } from "./claims.ts";
export { atEnd, judge, judgeBounds, judgePrograms, type Verdict } from "./judge.ts";
