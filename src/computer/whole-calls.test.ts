// A call and its answer in one line, as strace writes them, unless something came between.
import { expect, test } from "vitest";
import { WholeCalls } from "./whole-calls.ts";

const SLEEPS = "clock_nanosleep(CLOCK_REALTIME, 0, {tv_sec=1, tv_nsec=0}, NULL <unfinished ...>";
const SLEPT = "<... clock_nanosleep resumed>)          = 0";

test.each<[string, string[], string[]]>([
	[
		"alone, a call that waited is whole",
		[SLEEPS, SLEPT],
		["clock_nanosleep(CLOCK_REALTIME, 0, {tv_sec=1, tv_nsec=0}, NULL) = 0"],
	],
	[
		"what it brought stands where it belongs, the result in its column",
		["read(0,  <unfinished ...>", '<... read resumed>"a = b", 9)         = 5'],
		['read(0, "a = b", 9)                     = 5'],
	],
	[
		"what came between stays between",
		[`[pid     2] ${SLEEPS}`, "[pid     3] close(4)                    = 0", `[pid     2] ${SLEPT}`],
		[`[pid     2] ${SLEEPS}`, "[pid     3] close(4)                    = 0", `[pid     2] ${SLEPT}`],
	],
	[
		"the answer to another's call is not taken",
		["[pid     2] read(3,  <unfinished ...>", '[pid     3] <... read resumed>"x", 1) = 1'],
		["[pid     2] read(3,  <unfinished ...>", '[pid     3] <... read resumed>"x", 1) = 1'],
	],
	["who is never answered stands there to the end", ["pause( <unfinished ...>"], ["pause( <unfinished ...>"]],
])("%s", (_, lines, written) => {
	const whole = new WholeCalls();
	expect([...lines.flatMap((line) => whole.lines([line])), ...whole.end()]).toEqual(written);
});
