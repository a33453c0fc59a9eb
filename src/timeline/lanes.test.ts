// Laws of the lanes: intervals tile a life, arrows go forward in time, and a coarse picture agrees with a fine one.

import { describe, expect, test } from "vitest";
import { FakeComputer, pipeScripts } from "./fake-computer.ts";
import { LANE_STATES } from "./lane.ts";
import { Timeline } from "./timeline.ts";

const labels = { forks: new Map(), programs: new Map(), places: [] };

function wholeRun(times: number): Timeline {
	const timeline = new Timeline((taken) => new FakeComputer(pipeScripts(times), taken), labels);
	timeline.seek(Number.POSITIVE_INFINITY);
	return timeline;
}

describe("lanes", () => {
	const timeline = wholeRun(300);
	const { lanes, length } = timeline;

	test("intervals tile the life of a process", () => {
		for (const pid of lanes.pids) {
			const span = lanes.span(pid);
			const intervals = lanes.intervals(pid, 0, length);
			expect(intervals[0]?.from).toBe(span?.from);
			expect(intervals.at(-1)?.to).toBe(span?.to);
			for (let i = 1; i < intervals.length; i++) {
				expect(intervals[i]?.from).toBe(intervals[i - 1]?.to);
				expect(intervals[i]?.state).not.toBe(intervals[i - 1]?.state);
			}
		}
	});

	test("in every step exactly the process that takes it runs", () => {
		const computer = new FakeComputer(pipeScripts(300));
		const running = new Map<number, number>();
		for (const pid of lanes.pids) {
			for (const { from, to, state } of lanes.intervals(pid, 0, length)) {
				if (state !== "running") continue;
				for (let step = from; step < to; step++) {
					expect(running.has(step)).toBe(false);
					running.set(step, pid);
				}
			}
		}
		for (let step = 0; step < length; step++) expect(running.get(step)).toBe(computer.advance(1).pid);
	});

	test("who does not run is in the state the kernel says", () => {
		const computer = new FakeComputer(pipeScripts(300));
		for (let step = 0; step < length; step++) {
			const { processes } = computer.kernel.state;
			const { pid: actor } = computer.advance(1);
			for (const pid of lanes.pids) {
				const state = lanes.intervals(pid, step, step + 1)[0]?.state;
				if (pid !== actor) expect(state).toBe(processes[pid]?.state);
			}
		}
	});

	test("arrows of every kind, none of them back in time", () => {
		const arrows = lanes.arrows(0, length + 1, 1_000_000);
		expect(new Set(arrows.map((arrow) => arrow.kind))).toEqual(new Set(["data", "fork", "wake", "exit"]));
		for (const { kind, from, to } of arrows) {
			if (kind === "data" || kind === "exit") expect(from.step).toBeLessThan(to.step);
			else expect(from.step).toBeLessThanOrEqual(to.step);
		}
		const data = arrows.filter((arrow) => arrow.kind === "data");
		expect(data).toHaveLength(601);
		for (const { from, to } of data) expect([from.pid, to.pid]).toEqual([2, 3]);
	});

	test("a data arrow begins at the write whose bytes it carries", () => {
		const writes: number[] = [];
		let read = 0;
		for (const { step, events } of timeline.eventsBetween(0, length)) {
			for (const event of events) {
				if (event.kind !== "transfers") continue;
				if (event.direction === "out") writes.push(step, step);
				else {
					const arrow = lanes
						.arrows(step, step + 1)
						.find((one) => one.kind === "data" && one.to.step === step);
					expect(arrow?.from.step).toBe(writes[read]);
					read += event.bytes.length;
				}
			}
		}
		expect(read).toBe(601);
	});

	test("there are never more arrows than asked for", () => {
		expect(lanes.arrows(0, length, 20)).toHaveLength(20);
	});
});

describe("the dominant state of a pixel", () => {
	const { lanes, length } = wholeRun(20_000);
	const cells = (pid: number, from: number, to: number) => {
		const all = new Uint8Array(to - from);
		for (const one of lanes.intervals(pid, from, to)) {
			all.fill(LANE_STATES.indexOf(one.state), one.from - from, one.to - from);
		}
		return all;
	};

	test.each([
		[0, 900, 300],
		[1234, 1334, 400],
		[17, 40_017, 400],
	])("steps %i to %i in %i pixels, as counted", (from, to, pixels) => {
		for (const pid of lanes.pids) {
			const fine = cells(pid, from, to);
			const drawn = lanes.dominant(pid, from, to, pixels);
			const per = (to - from) / pixels;
			for (let pixel = 0; pixel < pixels; pixel++) {
				const start = pixel * per;
				const spent = new Float64Array(6);
				for (let cell = Math.floor(start); cell < start + per - 1e-9; cell++) {
					const share = Math.min(cell + 1, start + per) - Math.max(cell, start);
					spent[fine[cell] as number] = (spent[fine[cell] as number] as number) + share;
				}
				spent[0] = 0;
				const most = Math.max(...spent);
				expect(spent[drawn[pixel] as number] ?? 0).toBeCloseTo(most, 6);
			}
		}
	});

	test("a whole long run in few pixels agrees with its cells up to the rounding of buckets", () => {
		const pixels = 100;
		expect(length).toBeGreaterThan(200_000);
		for (const pid of lanes.pids) {
			const fine = cells(pid, 0, length);
			const drawn = lanes.dominant(pid, 0, length, pixels);
			const per = length / pixels;
			for (let pixel = 0; pixel < pixels; pixel++) {
				const part = fine.subarray(Math.round(pixel * per), Math.round((pixel + 1) * per));
				const spent = new Array(6).fill(0);
				for (const cell of part) if (cell > 0) spent[cell]++;
				expect(Math.max(...spent) - spent[drawn[pixel] as number]).toBeLessThanOrEqual(130);
			}
		}
	});
});
