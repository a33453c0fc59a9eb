// The lanes as data: bars on a scale of steps, arrows between processes, round ticks, and paint when there are too many.
import { describe, expect, test } from "vitest";
import type { History } from "../../session/index.ts";
import { identities } from "./identity.ts";
import { lanesPicture, toStep, toX } from "./lanes.ts";

const KNOWN = identities([
	{ pid: 2, name: "writer", born: 0, gone: null, end: null },
	{ pid: 3, name: "reader", born: 10, gone: null, end: null },
]);

function history(pieces: number): History {
	return {
		length: 100,
		complete: true,
		pids: [2, 3],
		intervals: (pid, from, to) =>
			Array.from({ length: pieces }, (_, i) => {
				const part = (to - from) / pieces;
				return { from: from + i * part, to: from + (i + 1) * part, state: pid === 2 ? "running" : "waiting" };
			}),
		dominant: () => new Uint8Array(),
		arrows: () => [
			{ kind: "data", from: { pid: 2, step: 20 }, to: { pid: 3, step: 40 } },
			{ kind: "data", from: { pid: 2, step: 20 }, to: { pid: 2, step: 30 } },
			{ kind: "wake", from: { pid: 2, step: 90 }, to: { pid: 3, step: 95 } },
		],
		marks: () => [],
	};
}

describe("lanes", () => {
	test("stand one below the other, each bar at its steps", () => {
		const { lanes } = lanesPicture(history(2), KNOWN, { end: 100, width: 500 });
		expect(lanes.map(({ identity, bars }) => [identity.letter, bars.map(({ x, w }) => [x, w])])).toEqual([
			[
				"W",
				[
					[0, 250],
					[250, 250],
				],
			],
			[
				"R",
				[
					[0, 250],
					[250, 250],
				],
			],
		]);
		expect(lanes[1]!.y).toBeGreaterThan(lanes[0]!.y);
	});

	test("show arrows between two processes, and none that ends beyond what may be seen", () => {
		const { arrows } = lanesPicture(history(2), KNOWN, { end: 80, width: 800 });
		expect(arrows.map(({ kind, x1, x2 }) => [kind, x1, x2])).toEqual([["data", 200, 400]]);
	});

	test("are painted when they have too many bars", () => {
		expect(lanesPicture(history(2), KNOWN, { end: 100, width: 500 }).dense).toBe(false);
		expect(lanesPicture(history(2000), KNOWN, { end: 100, width: 500 }).dense).toBe(true);
	});

	test.each([
		[100, 600, 20],
		[7, 600, 2],
		[1_000_000, 900, 200_000],
	])("of %i steps on %i units have a tick every %i", (end, width, size) => {
		const { ticks } = lanesPicture(history(1), KNOWN, { end, width });
		expect(ticks[1]!.step).toBe(size);
	});
});

test("a place on the scale is a step, held inside the run", () => {
	const scale = { end: 120, width: 600 };
	expect(toStep(scale, toX(scale, 41))).toBe(41);
	expect([toStep(scale, -50), toStep(scale, 900)]).toEqual([0, 120]);
});
