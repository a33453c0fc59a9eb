// Moments: every phrase of the language, found in a run, and words for phrases that are none.

import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../base/index.ts";
import { FakeComputer, pipeScripts } from "./fake-computer.ts";
import type { Moment } from "./happening.ts";
import { momentText, parseMoment } from "./moments.ts";
import type { SourceLabels } from "./names.ts";
import { Timeline } from "./timeline.ts";

function moment(text: string): Moment {
	const parsed = parseMoment(text);
	if (!parsed.ok) throw new Error(parsed.diagnostic.message);
	return parsed.value;
}

function complaint(text: string): string {
	const parsed = parseMoment(text, { names: ["writer", "reader", "reader 2"], labels: ["fill", "drain"] });
	return parsed.ok ? "" : formatDiagnostic(parsed.diagnostic, () => text);
}

describe("phrases", () => {
	test.each([
		"start",
		"end",
		"step 12",
		"writer waits",
		"second writer waits for pipe-not-full",
		"last reader 2 returns from read",
		"reader returns from read with 0",
		"writer calls write",
		"someone waits for child in wait4",
		"12th writer wakes",
		"writer exits",
		"first child forks".replace("first ", ""),
		"writer gets SIGPIPE",
		"writer is killed by SIGPIPE",
		"writer is killed",
		"writer handles SIGCHLD",
		"reader closes 4",
		"reader reaches drain",
		"reader is reaped",
		"reader is stopped",
		"reader continues",
		"shell execs",
	])("'%s' is read and written back", (text) => {
		expect(momentText(moment(text))).toBe(text);
	});

	test.each([
		["parent calls waitpid", "parent calls wait4"],
		["parent calls write()", "parent calls write"],
		["writer waits for room", "writer waits for pipe-not-full"],
		["reader waits for data", "reader waits for pipe-not-empty"],
		["parent waits for a child", "parent waits for child"],
		["first writer waits", "writer waits"],
		["Writer Waits".replace("W", "w"), "writer waits"],
		["writer gets pipe", "writer gets SIGPIPE"],
	])("'%s' means '%s'", (text, meant) => {
		expect(momentText(moment(text))).toBe(meant);
	});
});

describe("mistakes", () => {
	test.each([
		["", ["expected the name of a process"]],
		["writer", ["expected what happens", "did you mean"]],
		[
			"writter waits",
			["no process is called 'writter'; there is writer, reader, reader 2", "did you mean 'writer waits'?"],
		],
		["writer wait", ["did you mean 'writer waits'?"]],
		["writer calls wirte", ["'wirte' is not a system call", "did you mean 'writer calls write'?"]],
		["writer returns write", ["expected 'from'", "did you mean 'writer returns from write'?"]],
		["writer waits for romm", ["did you mean 'writer waits for room'?"]],
		["writer gets SIGPIP", ["'SIGPIP' is not a signal", "did you mean 'writer gets SIGPIPE'?"]],
		[
			"writer reaches fil",
			["no line is labelled 'fil'; there is fill, drain", "did you mean 'writer reaches fill'?"],
		],
		["writer waits twice", ["did not expect 'twice' here"]],
		['writer waits "', ["this text has no end"]],
	])("'%s'", (text, parts) => {
		for (const part of parts) expect(complaint(text)).toContain(part);
	});

	test("the caret stands under the word that is wrong, in the file that has it", () => {
		const parsed = parseMoment("writer calls wirte", {}, { file: "lesson.md", line: 7, column: 12 });
		expect(parsed).toMatchObject({
			ok: false,
			diagnostic: { span: { file: "lesson.md", line: 7, column: 25, length: 5 } },
		});
	});
});

describe("finding", () => {
	const labels: SourceLabels = {
		forks: new Map([["main:2", "reader"]]),
		programs: new Map([["main", "writer"]]),
		places: [
			{ label: "fill", file: "main", line: 3 },
			{ label: "drain", file: "reader", line: 1 },
		],
	};
	const make = () => new Timeline((taken) => new FakeComputer(pipeScripts(20), taken), labels);

	/** What is true at the moment, by the events of its step. */
	test.each([
		["writer forks", 2, "forks"],
		["writer calls write", 2, "calls"],
		["writer returns from write", 2, "returns"],
		["writer waits for room", 2, "waits"],
		["reader waits for data", 3, "waits"],
		["reader wakes", 3, "wakes"],
		["reader reads", 3, "transfers"],
		["writer writes", 2, "transfers"],
		["writer exits", 2, "exits"],
		["third reader returns from read", 3, "returns"],
		["last writer returns from write", 2, "returns"],
		["reader is reaped", 3, "reaped"],
	])("'%s' is a step of process %i with '%s'", (text, pid, kind) => {
		const timeline = make();
		const step = timeline.find(moment(text));
		expect(step).not.toBeNull();
		timeline.seek(step as number);
		expect(timeline.events().map((event) => [event.kind, "pid" in event ? event.pid : 0])).toContainEqual([
			kind,
			pid,
		]);
	});

	test("ordinals count", () => {
		const timeline = make();
		const all = timeline.findAll(moment("reader returns from read"));
		expect(all.length).toBe(41);
		expect(timeline.find(moment("second reader returns from read"))).toBe(all[1]);
		expect(timeline.find(moment("last reader returns from read"))).toBe(all[40]);
		expect(timeline.find(moment("42nd reader returns from read"))).toBeNull();
		expect(timeline.findAll(moment("someone returns from read"))).toEqual(all);
	});

	test("a label is reached each time its line begins", () => {
		const timeline = make();
		const times = timeline.findAll(moment("reader reaches drain"));
		expect(times.length).toBe(41);
		timeline.seek(times[1] as number);
		expect(timeline.computer.placeOf(3)).toEqual({ file: "reader", line: 1 });
		timeline.seek((times[1] as number) - 1);
		expect(timeline.computer.placeOf(3)).not.toEqual({ file: "reader", line: 1 });
	});

	test("start, end and a moment that never comes", () => {
		const timeline = make();
		expect(timeline.find(moment("start"))).toBe(0);
		expect(timeline.find(moment("end"))).toBe(timeline.length);
		expect(timeline.complete).toBe(true);
		expect(timeline.find(moment("writer gets SIGPIPE"))).toBeNull();
		expect(timeline.find(moment("step 1000000"))).toBeNull();
	});
});
