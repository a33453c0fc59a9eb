// The flow of a pipe: its lines rise by what was written and read, and end at the scale's end.
import { expect, test } from "vitest";
import type { Flow } from "../../session/index.ts";
import { flowPicture } from "./flow.ts";

const bytes = (count: number): Uint8Array => new Uint8Array(count);

const flow: readonly Flow[] = [
	{ step: 10, pid: 3, way: "in", bytes: bytes(6) },
	{ step: 20, pid: 3, way: "in", bytes: bytes(2) },
	{ step: 30, pid: 2, way: "out", bytes: bytes(4) },
	{ step: 90, pid: 2, way: "out", bytes: bytes(4) },
];

test("each line rises at its steps, and what lies between them is what the pipe holds", () => {
	const picture = flowPicture(flow, { end: 40, width: 400 }, 80, 25);
	expect(picture.in.path).toBe("M0.0,80.0L100.0,80.0L100.0,20.0L200.0,20.0L200.0,0.0L400.0,0.0");
	expect(picture.out.path).toBe("M0.0,80.0L300.0,80.0L300.0,40.0L400.0,40.0");
	expect(picture.held.endsWith("L400.0,40.0L300.0,40.0L300.0,80.0L0.0,80.0Z")).toBe(true);
});

test("the numbers are those of the step that is looked at", () => {
	const at = (step: number) => flowPicture(flow, { end: 100, width: 400 }, 80, step);
	expect(at(5)).toMatchObject({ in: { pid: null, now: 0 }, out: { pid: null, now: 0 } });
	expect(at(25)).toMatchObject({ in: { pid: 3, now: 8 }, out: { pid: null, now: 0 } });
	expect(at(90)).toMatchObject({ in: { pid: 3, now: 8 }, out: { pid: 2, now: 8 } });
});

test("nothing behind the scale's end is drawn: a question may stand there", () => {
	const picture = flowPicture(flow, { end: 15, width: 400 }, 80, 15);
	expect(picture.out.path).toBe("M0.0,80.0L400.0,80.0");
	expect(picture.in.path).toContain("266.7,0.0");
});
