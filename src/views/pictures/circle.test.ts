// The circle on the stage: which lines it runs along, where its arcs and numbers stand.
import { describe, expect, test } from "vitest";
import type { WaitEdge } from "../../explain/index.ts";
import { circleSteps } from "./circle.ts";
import { kernel, pipe, process, READ_FILE, scene, WRITE_FILE } from "./fixtures.ts";
import { layoutStage, type StageLayout } from "./layout.ts";
import { stagePicture } from "./stage.ts";

const SHOW = new Set(["processes", "descriptors", "pipes", "queues", "output", "open-files"] as const);

function stage(width: number): StageLayout {
	const all = [2, 3].map((pid) => process(pid, { 3: READ_FILE, 4: WRITE_FILE }));
	const cast = all.map(({ pid }) => ({ pid, name: `p${pid}`, born: 0, gone: null, end: null }));
	const state = kernel(all, [pipe("", 2)]);
	return layoutStage(stagePicture(scene(state, [], cast), SHOW), { width, height: 560 });
}

function edge(from: number, to: number | null, more: Partial<WaitEdge>): WaitEdge {
	return {
		from,
		to,
		thing: { kind: "child" },
		label: "waits for its end",
		descriptors: [],
		call: "wait",
		since: null,
		round: true,
		...more,
	};
}

describe.each([300, 360, 900, 1440])("on a stage %i wide", (width) => {
	const layout = stage(width);
	const pipes = [...new Set(layout.wires.map(({ object }) => /^pipe (\d+) /.exec(object)?.[1]))].filter(
		Boolean,
	);
	const id = Number(pipes[0]);

	test("a wait on a pipe runs along the waiter's line and the holder's, and along no other", () => {
		const [step] = circleSteps(
			[edge(3, 2, { thing: { kind: "pipe", pipe: id, end: "write" }, descriptors: [4] })],
			layout,
		);
		expect(step?.lines.map(({ key }) => key).sort()).toEqual(["2/4", "3/3"]);
		expect(step?.arc).toBeNull();
	});

	test("a wait for a child is an arc from card to card, inside the stage, and its tip touches the card", () => {
		const [step] = circleSteps([edge(2, 3, {})], layout);
		const card = layout.cards.get(3)?.box;
		expect(step?.lines).toEqual([]);
		expect(step?.arc?.tip.y).toBe(card?.y);
		expect(step?.arc?.middle.y).toBeGreaterThan(0);
		expect(step?.arc?.tip.x).toBeGreaterThan(card?.x ?? 0);
		expect(step?.arc?.tip.x).toBeLessThan((card?.x ?? 0) + (card?.w ?? 0));
	});

	test("words that are longer than their arc give way to the number", () => {
		const long = "somebody to open the FIFO for reading, and that at once, and then to stay in it";
		const labels = circleSteps([edge(2, 3, { label: long }), edge(3, 2, { label: "x" })], layout);
		expect(labels.map(({ label }) => label)).toEqual(["1", "2: x"]);
	});

	test("every step has its number at the card of who waits; nobody at the other end is no arc", () => {
		const steps = circleSteps(
			[edge(2, 3, {}), edge(3, null, { thing: { kind: "signal" } }), edge(9, 2, {})],
			layout,
		);
		expect(steps.map(({ number, from }) => [number, from])).toEqual([
			[1, 2],
			[2, 3],
		]);
		expect(steps[1]?.arc).toBeNull();
		for (const { tag } of steps) {
			expect(tag.x).toBeGreaterThan(0);
			expect(tag.x).toBeLessThanOrEqual(width);
		}
	});
});
