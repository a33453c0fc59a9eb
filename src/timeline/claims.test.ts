// Claims: a table of what is true at moments of a run, and words for phrases that are no claims.

import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../base/index.ts";
import { type Claim, parseClaim, parsePlace } from "./claims.ts";
import { FakeComputer, pipeScripts, type Scripts } from "./fake-computer.ts";
import { parseMoment } from "./moments.ts";
import { holds, placeValue } from "./proof.ts";
import { Timeline } from "./timeline.ts";

const labels = {
	forks: new Map([["main:2", "reader"]]),
	programs: new Map([["main", "writer"]]),
	places: [],
};

function claim(text: string): Claim {
	const parsed = parseClaim(text);
	if (!parsed.ok) throw new Error(parsed.diagnostic.message);
	return parsed.value;
}

function timelineAt(text: string, scripts: Scripts = pipeScripts(5)): Timeline {
	const timeline = new Timeline((taken) => new FakeComputer(scripts, taken), labels);
	const moment = parseMoment(text);
	timeline.seek((moment.ok ? timeline.find(moment.value) : null) ?? -1);
	return timeline;
}

describe("at a moment", () => {
	test.each([
		["writer waits", "writer is waiting", true],
		["writer waits", "writer is waiting for room", true],
		["writer waits", "writer is waiting for pipe-not-empty", false],
		["writer waits", "writer is not waiting", false],
		["writer waits", "reader is ready", true],
		["writer waits", "reader is waiting or writer is waiting", true],
		["writer waits", "reader is waiting and writer is waiting", false],
		["writer waits", "not (reader is waiting and writer is waiting)", true],
		["writer waits", "some process waits", true],
		["writer waits", "no process waits", false],
		["writer waits", "no queue is left", true],
		["writer waits", "someone is waiting", true],
		["writer waits", "pipe.bytes is 3", true],
		["writer waits", "pipe.capacity is 4 and pipe.room is 1", true],
		["writer waits", "pipe.bytes is at least 3", true],
		["writer waits", "pipe.bytes is more than 3", false],
		["writer waits", "pipe.bytes is less than 4", true],
		["writer waits", "pipe.bytes is at most 2", false],
		["writer waits", "pipe.bytes is not 3", false],
		["writer waits", "pipe 2.bytes is 0", false],
		["writer waits", "writer.descriptors is 3", true],
		["writer waits", "reader.done is 0", true],
		["writer waits", "writer.pid is 2 and reader.ppid is 2", true],
		["writer waits", "call of reader returns 1", true],
		["writer waits", "write of writer returns 2", true],
		["writer waits", "fork of writer returns 3", true],
		["writer waits", "read of writer returns 1", false],
		["writer waits", "call of writer fails with EPIPE", false],
		["writer forks", "writer is running", true],
		["writer forks", "reader is running", false],
		["start", "reader is gone", false],
		["start", "writer is a zombie", false],
		["reader exits", "reader is a zombie", true],
		["reader exits", "exit of reader is 7", true],
		["reader exits", "exit of reader is at least 8", false],
		["reader exits", "signal of reader is SIGPIPE", false],
		["reader exits", "exit of writer is 3", false],
		["end", "reader is gone and exit of reader is 7", true],
		["end", "no process waits at the end", true],
		["end", "outcome is exited", true],
		["end", "outcome is stuck", false],
		["start", "outcome is exited", false],
		["start", "at writer waits: pipe.bytes is 3", true],
		["start", "at end: exit of reader is 7", true],
		["end", "at second writer waits: reader is gone", false],
		["start", "at writer gets SIGPIPE: reader is gone", false],
	])("%s: '%s' is %s", (moment, text, truth) => {
		const timeline = timelineAt(moment);
		const { position } = timeline;
		expect(holds(timeline, claim(text))).toBe(truth);
		expect(timeline.position).toBe(position);
	});

	test("a run that cannot go on is stuck", () => {
		const timeline = timelineAt("end", { main: [{ do: "read", bytes: 1 }] });
		expect(holds(timeline, claim("outcome is stuck and writer is waiting for data"))).toBe(true);
	});

	test("a place is read by itself", () => {
		const place = parsePlace("pipe.bytes");
		expect(place.ok && placeValue(timelineAt("writer waits"), place.value)).toBe(3);
	});
});

describe("mistakes", () => {
	const complaint = (text: string) => {
		const parsed = parseClaim(text, { names: ["writer", "reader"] });
		return parsed.ok ? "" : formatDiagnostic(parsed.diagnostic, () => text);
	};

	test.each([
		["", ["expected 'is'"]],
		["writer", ["expected 'is'"]],
		["writer is", ["expected ready, running"]],
		["writer is wating", ["did you mean 'writer is waiting'?"]],
		[
			"wirter is waiting",
			["no process is called 'wirter'; there is writer, reader", "did you mean 'writer is waiting'?"],
		],
		["pipe.byts is 4", ["a pipe has no 'byts'", "did you mean 'pipe.bytes is 0'?"]],
		["quueue.messages is 4", ["nothing is called 'quueue'", "did you mean 'queue.messages is 0'?"]],
		["queue.writers is 4", ["a queue has no 'writers'; it has messages, bytes, sent, received"]],
		["output is hello", ["expected a text in quotes"]],
		["exit of writer is zero", ["expected a number instead of 'zero'"]],
		["no process wait", ["did you mean 'no process waits'?"]],
		["call of writer fails with EPIP", ["'EPIP' is not an error of errno(3)"]],
		["outcome is sutck", ["did you mean 'outcome is stuck'?"]],
		["writer is waiting and", ["expected 'is'"]],
		["(writer is waiting", ["expected ')'"]],
		["at writer waits pipe.bytes is 4", ["expected ':' and a claim"]],
	])("'%s'", (text, parts) => {
		for (const part of parts) expect(complaint(text)).toContain(part);
	});
});
