// Moving in time: the same position is the same state however one came there, and both futures of a branch are kept.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decision } from "../computer/index.ts";
import { FakeComputer, pipeScripts } from "./fake-computer.ts";
import type { SourceLabels } from "./names.ts";
import { Timeline } from "./timeline.ts";

const labels: SourceLabels = { forks: new Map(), programs: new Map([["main", "writer"]]), places: [] };

function timelineOf(times: number, decisions: readonly Decision[] = []): Timeline {
	return new Timeline((taken) => new FakeComputer(pipeScripts(times), taken), labels, decisions);
}

/** Fingerprint and events at every position, by running straight through. */
function straight(times: number, decisions: readonly Decision[] = []) {
	const computer = new FakeComputer(pipeScripts(times), decisions);
	const prints = [computer.fingerprint()];
	const events: string[] = ["[]"];
	for (let info = computer.advance(1); info.steps > 0; info = computer.advance(1)) {
		prints.push(computer.fingerprint());
		events.push(JSON.stringify(info.events));
	}
	return { prints, events };
}

describe("positions", () => {
	test("random seeks find the state and the events of a straight run", () => {
		const times = 3000;
		const run = straight(times);
		const timeline = timelineOf(times);
		const positions = fc.array(fc.nat(run.prints.length - 1), { minLength: 20, maxLength: 20 });
		fc.assert(
			fc.property(positions, (steps) => {
				for (const step of steps) {
					expect(timeline.seek(step)).toBe(step);
					expect(timeline.fingerprint()).toBe(run.prints[step]);
					expect(JSON.stringify(timeline.events())).toBe(run.events[step]);
				}
			}),
			{ numRuns: 10 },
		);
	});

	test("every step of a run, forward and then back", () => {
		const run = straight(200);
		const timeline = timelineOf(200);
		for (const [step, print] of run.prints.entries()) {
			timeline.seek(step);
			expect(timeline.fingerprint()).toBe(print);
		}
		for (let step = run.prints.length - 1; step >= 0; step--) {
			timeline.seek(step);
			expect(timeline.fingerprint()).toBe(run.prints[step]);
		}
	});

	test("a run is known to its end however it was extended", () => {
		const [a, b] = [timelineOf(50), timelineOf(50)];
		while (a.extend(1));
		b.seek(Number.POSITIVE_INFINITY);
		expect(a.length).toBe(b.length);
		expect(a.index.length).toBe(b.index.length);
		expect(a.active.outcome).toEqual({ kind: "exited", status: 0 });
		expect(b.complete).toBe(true);
	});

	test("beyond the ends there is nothing", () => {
		const timeline = timelineOf(2);
		const length = timeline.seek(1_000_000);
		expect(length).toBe(timeline.length);
		for (const unit of ["event", "line", "step"] as const) expect(timeline.next(unit)).toBe(length);
		timeline.seek(-3);
		for (const unit of ["event", "line", "step"] as const) expect(timeline.previous(unit)).toBe(0);
	});
});

describe("units", () => {
	test.each(["event", "line", "step"] as const)("back by %s undoes forward", (unit) => {
		const timeline = timelineOf(20);
		const stops = [0];
		while (timeline.seek(timeline.next(unit)) > (stops.at(-1) as number)) stops.push(timeline.position);
		const back = [timeline.position];
		while (timeline.position > 0) back.push(timeline.seek(timeline.previous(unit)));
		if (unit === "event") stops.splice(0, 1, 0);
		expect(back.reverse()).toEqual(stops);
	});

	test("an event step goes to every step that has events", () => {
		const timeline = timelineOf(3);
		const run = straight(3);
		const stops: number[] = [];
		while (timeline.position < timeline.length || stops.length === 0)
			stops.push(timeline.seek(timeline.next("event")));
		const eventful = run.events.flatMap((events, step) => (events === "[]" ? [] : [step]));
		expect(stops).toEqual(eventful);
	});

	test("a line step leaves the line", () => {
		const timeline = timelineOf(3);
		timeline.seek(timeline.next("line"));
		// main's line 1 computes for three steps.
		expect(timeline.position).toBe(1);
		timeline.seek(timeline.next("line"));
		expect(timeline.computer.placeOf(2)).toEqual({ file: "main", line: 2 });
	});

	test("whole events are had again", () => {
		const timeline = timelineOf(5);
		timeline.seek(40);
		const all = timeline.eventsBetween(0, 60);
		const run = straight(5);
		for (const { step, events } of all) expect(JSON.stringify(events)).toBe(run.events[step]);
		expect(all.map((one) => one.step)).toEqual(
			run.events.flatMap((events, step) => (step <= 60 && events !== "[]" ? [step] : [])),
		);
		expect(timeline.position).toBe(40);
	});
});

describe("branches", () => {
	const times = 40;
	const at = 30;

	test("both futures stay", () => {
		const timeline = timelineOf(times);
		timeline.seek(at);
		const other = timeline.computer
			.choices()
			.find((pid) => pid !== timeline.computer.kernel.state.scheduler.running);
		expect(other).toBeDefined();
		const decision: Decision = { at, kind: "run", pid: other as number };
		const [first, second] = [straight(times), straight(times, [decision])];
		const branch = timeline.fork(at, { kind: "run", pid: other as number });
		expect(timeline.position).toBe(at);
		expect(timeline.active.id).toBe(0);
		timeline.switchTo(branch);
		expect(timeline.position).toBe(at);
		expect(second.prints).not.toEqual(first.prints);
		for (const step of [at, at + 1, at + 50, at - 10, 200, 3]) {
			timeline.switchTo(0);
			timeline.seek(step);
			expect(timeline.fingerprint()).toBe(first.prints[step]);
			timeline.switchTo(branch);
			timeline.seek(step);
			expect(timeline.fingerprint()).toBe(second.prints[step]);
		}
	});

	test("a branch knows the same as a run with its decisions", () => {
		const timeline = timelineOf(times);
		timeline.seek(at);
		const pid = timeline.computer.choices().at(-1) as number;
		timeline.switchTo(timeline.fork(at, { kind: "run", pid }));
		timeline.seek(at + 60);
		const again = timeline.computer.choices()[0] as number;
		timeline.switchTo(timeline.fork(at + 60, { kind: "run", pid: again }));
		timeline.seek(Number.POSITIVE_INFINITY);
		const plain = timelineOf(times, timeline.active.decisions);
		plain.seek(Number.POSITIVE_INFINITY);
		expect(timeline.length).toBe(plain.length);
		const rows = (one: Timeline) => Array.from({ length: one.index.length }, (_, i) => one.index.row(i));
		expect(rows(timeline)).toEqual(rows(plain));
		expect(timeline.names).toEqual(plain.names);
		for (const one of plain.lanes.pids) {
			const all = (from: Timeline) => from.lanes.intervals(one, 0, from.length);
			expect(all(timeline)).toEqual(all(plain));
		}
		expect(timeline.lanes.arrows(0, timeline.length + 1)).toEqual(plain.lanes.arrows(0, plain.length + 1));
	});

	test("the same future twice is one branch", () => {
		const timeline = timelineOf(times);
		timeline.seek(at);
		const pid = timeline.computer.choices()[0] as number;
		expect(timeline.fork(at, { kind: "run", pid })).toBe(timeline.fork(at, { kind: "run", pid }));
		expect(timeline.branches).toHaveLength(2);
	});
});
