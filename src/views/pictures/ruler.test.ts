// The ruler of a stream: writes above, reads below, and nothing of what is still to come.
import { expect, test } from "vitest";
import type { Flow } from "../../session/index.ts";
import { rulerPicture, rulerText } from "./ruler.ts";

const text = (words: string): Uint8Array => new Uint8Array([...words].map((letter) => letter.charCodeAt(0)));

const flow: readonly Flow[] = [
	{ step: 10, pid: 3, way: "in", bytes: text("7,ann\n") },
	{ step: 20, pid: 3, way: "in", bytes: text("12,bob\n") },
	{ step: 30, pid: 2, way: "out", bytes: text("7,ann") },
	{ step: 40, pid: 2, way: "out", bytes: text("\n12,b") },
];

test("each call is a piece of the stream, the next where the one before ended", () => {
	const picture = rulerPicture(flow, 40, 16);
	expect(picture.written).toEqual([
		{ pid: 3, from: 0, count: 6 },
		{ pid: 3, from: 6, count: 7 },
	]);
	expect(picture.read).toEqual([
		{ pid: 2, from: 0, count: 5 },
		{ pid: 2, from: 5, count: 5 },
	]);
	expect(picture.bytes.map(({ label }) => label).join(" ")).toBe("7 , a n n \\n 1 2 , b o b \\n");
	expect(picture.bytes.filter(({ read }) => read)).toHaveLength(10);
	expect(rulerText(picture)).toBe("Written: 6 and 7 bytes. Read: 5 and 5 bytes.");
});

test("what a later step brings is not there: a question may stand before it", () => {
	const picture = rulerPicture(flow, 25, 16);
	expect(picture.read).toEqual([]);
	expect(rulerText(picture)).toBe("Written: 6 and 7 bytes. Read: nothing yet.");
	expect(rulerPicture(flow, 5, 16).bytes).toEqual([]);
});

test("of a stream longer than the ruler its last bytes are drawn, and the pieces that begin in them", () => {
	const picture = rulerPicture(flow, 40, 8);
	expect(picture.skipped).toBe(5);
	expect(picture.bytes).toHaveLength(8);
	expect(picture.written).toEqual([{ pid: 3, from: 1, count: 7 }]);
	expect(picture.read).toEqual([{ pid: 2, from: 0, count: 5 }]);
});
