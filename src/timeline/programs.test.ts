// The timeline over real C programs: the same state at every step, names from the source, claims, all schedules.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { build, formatDiagnostics } from "../computer/compiler.ts";
import { defaultOptions, type Options, type Software, start } from "../computer/index.ts";
import { exploreBy } from "./explore.ts";
import { createTimeline, type Timeline } from "./index.ts";
import { claimOverRuns, exploreRuns, holds, outputOf, parseClaim, parseMoment } from "./proof.ts";
import type { Open } from "./subject.ts";

const TALK = `// A writer fills a pipe, a reader empties it.   //@ name writer
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
int counter = 0;
int main(void) {
	int ends[2];
	pipe(ends);
	pid_t child = fork();      //@ name reader
	if (child == 0) {
		char byte;
		close(ends[1]);
		while (read(ends[0], &byte, 1) == 1)   //@ drain
			counter += byte;
		printf("%d\\n", counter);
		return 7;
	}
	close(ends[0]);
	for (int i = 0; i < 40; i++)
		write(ends[1], "ab", 2);   //@ fill
	close(ends[1]);
	int status;
	wait(&status);
	printf("exit %d\\n", WEXITSTATUS(status));
	return 0;
}
`;

const RACE = `#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
	if (fork() == 0) {
		write(1, "b", 1);
		_exit(0);
	}
	write(1, "a", 1);
	wait(NULL);
	write(1, "c", 1);
	return 0;
}
`;

const POST = `#include <fcntl.h>
#include <mqueue.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
	struct mq_attr size = {.mq_maxmsg = 2, .mq_msgsize = 8};
	mqd_t box = mq_open("/box", O_CREAT | O_RDWR, 0600, &size);
	if (fork() == 0) {
		getpid();
		mq_send(box, "a", 1, 0);
		_exit(0);
	}
	mq_send(box, "a", 1, 0);
	char text[8];
	mq_receive(box, text, 8, NULL);
	mq_receive(box, text, 8, NULL);
	wait(NULL);
	mq_unlink("/box");
	return 0;
}
`;

/** Two name a FIFO each; with 'TOLD', whose got the lower number is seen afterwards. */
const NAMES = `#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
static int child(const char *name) {
	mkfifo(name, 0600);
	_exit(open(name, O_RDWR) == -1);
}
int main(void) {
	if (fork() == 0) return child("a");
	if (fork() == 0) return child("b");
	while (wait(NULL) > 0)
		;
#ifdef TOLD
	struct stat a, b;
	stat("a", &a);
	stat("b", &b);
	write(1, a.st_ino < b.st_ino ? "a" : "b", 1);
#endif
	return 0;
}
`;

const SIGNALS = `#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
static volatile int seen;
static void handler(int signal) { seen = signal; }
int main(void) {
	signal(SIGUSR1, handler);
	pid_t child = fork();  //@ name child
	if (child == 0) {
		for (;;)
			pause();
	}
	raise(SIGUSR1);
	sleep(1);
	kill(child, SIGTERM);
	waitpid(child, NULL, 0);
	printf("%d\\n", seen);
	return 0;
}
`;

const options: Options = { ...defaultOptions("lesson"), maxSteps: 100_000 };

function softwareOf(text: string): Software {
	const programs = [{ name: "main", files: [{ path: "main.c", text }] }];
	const { software, diagnostics } = build(programs, options);
	expect(formatDiagnostics(programs, diagnostics)).toBe("");
	return software as Software;
}

function at(timeline: Timeline, text: string): Timeline {
	const moment = parseMoment(text, timeline.known);
	expect(moment).toMatchObject({ ok: true });
	if (moment.ok) timeline.seek(timeline.find(moment.value) ?? -1);
	return timeline;
}

function truth(timeline: Timeline, text: string): boolean {
	const claim = parseClaim(text, timeline.known);
	expect(claim).toMatchObject({ ok: true });
	return claim.ok && holds(timeline, claim.value);
}

function wholeRun(text: string): Timeline {
	const timeline = createTimeline(softwareOf(text), options);
	timeline.seek(Number.POSITIVE_INFINITY);
	return timeline;
}

describe("every position of a real run", () => {
	test.each([
		["two processes and a pipe", TALK],
		["signals and time", SIGNALS],
	])("%s: seeks in any order find the state of a straight run", (_, text) => {
		const software = softwareOf(text);
		const computer = start(software, options);
		const prints = [computer.fingerprint()];
		const events = ["[]"];
		for (let info = computer.advance(1); info.steps > 0; info = computer.advance(1)) {
			prints.push(computer.fingerprint());
			events.push(JSON.stringify(info.events));
		}
		const timeline = createTimeline(software, options);
		fc.assert(
			fc.property(fc.array(fc.nat(prints.length - 1), { minLength: 10, maxLength: 10 }), (steps) => {
				for (const step of steps.flatMap((one) => [one, Math.max(0, one - 1), one])) {
					timeline.seek(step);
					expect(timeline.fingerprint()).toBe(prints[step]);
					expect(JSON.stringify(timeline.events())).toBe(events[step]);
				}
			}),
			{ numRuns: 20 },
		);
		timeline.seek(Number.POSITIVE_INFINITY);
		for (; timeline.position > 0; timeline.seek(timeline.previous("step"))) {
			expect(timeline.fingerprint()).toBe(prints[timeline.position]);
		}
	});

	test("a branch is the run with its decisions", () => {
		const software = softwareOf(TALK);
		const timeline = createTimeline(software, options);
		at(timeline, "end");
		at(timeline, "third writer calls write");
		const { position } = timeline;
		const pid = timeline.computer.choices().find((one) => one !== 2) as number;
		const branch = timeline.fork(position, { kind: "run", pid });
		timeline.switchTo(branch);
		timeline.seek(Number.POSITIVE_INFINITY);
		const straight = start(software, options, timeline.active.decisions);
		while (straight.advance(10_000).steps > 0);
		expect(timeline.fingerprint()).toBe(straight.fingerprint());
		expect(timeline.length).toBe(straight.step);
		expect(outputOf(timeline)).toBe("3900\nexit 7\n".replace("3900", String(40 * (97 + 98))));
	});
});

describe("moments and claims in C's words", () => {
	test("names come from the source", () => {
		expect([...wholeRun(TALK).names.values()]).toEqual(["writer", "reader"]);
	});

	test.each([
		["writer waits for room", "pipe.bytes is at least 15 and writer is waiting", true],
		["writer reaches fill", "writer.i is 0", true],
		["third writer reaches fill", "writer.i is 2", true],
		["last reader reaches drain", "pipe.writers is 0", true],
		["reader returns from read with 0", "reader.counter is 7800", true],
		["reader exits", "exit of reader is 7 and reader is a zombie", true],
		["writer forks", "writer.descriptors is 5 and reader.descriptors is 5", true],
		["end", 'output is "7800\nexit 7\n" and output of reader contains "7800"', true],
		["end", "no process waits and outcome is exited at the end", true],
		["end", "read of reader returns 0", true],
	])("%s: %s", (moment, claim, expected) => {
		expect(truth(at(wholeRun(TALK), moment), claim)).toBe(expected);
	});

	test("signals", () => {
		const timeline = wholeRun(SIGNALS);
		expect(
			truth(at(timeline, "main handles SIGUSR1"), "child is waiting for a signal or child is ready"),
		).toBe(true);
		expect(truth(at(timeline, "child is killed by SIGTERM"), "signal of child is SIGTERM")).toBe(true);
		expect(truth(at(timeline, "main waits for time"), "main is waiting for the clock")).toBe(true);
		expect(truth(at(timeline, "end"), 'output is "10\n"')).toBe(true);
		const arrows = timeline.lanes.arrows(0, timeline.length + 1).map((arrow) => arrow.kind);
		expect(new Set(arrows)).toEqual(new Set(["fork", "wake", "signal", "exit"]));
	});

	test("lanes of a real run tile", () => {
		for (const text of [TALK, SIGNALS]) {
			const { lanes, length } = wholeRun(text);
			let running = 0;
			for (const pid of lanes.pids) {
				const intervals = lanes.intervals(pid, 0, length);
				expect(intervals[0]?.from).toBe(lanes.span(pid)?.from);
				expect(intervals.at(-1)?.to).toBe(lanes.span(pid)?.to);
				intervals.forEach((one, i) => {
					if (i > 0) expect(one.from).toBe(intervals[i - 1]?.to);
					if (one.state === "running") running += one.to - one.from;
				});
			}
			expect(running).toBeLessThanOrEqual(length);
			expect(running).toBeGreaterThan(length - 5);
		}
	});
});

describe("all schedules", () => {
	test("a race prints what it can, and nothing else", () => {
		const { ends, complete } = exploreRuns(softwareOf(RACE), options);
		expect(complete).toBe(true);
		expect(new Set(ends.map((end) => end.output))).toEqual(new Set(["abc", "bac"]));
	});

	test("a claim that always holds, one that sometimes does, and the runs that show it", () => {
		const software = softwareOf(RACE);
		const over = (text: string) => {
			const claim = parseClaim(text);
			if (!claim.ok) throw new Error(claim.diagnostic.message);
			return claimOverRuns(software, options, claim.value);
		};
		expect(over('output contains "c"').no).toEqual([]);
		const { yes, no } = over('output is "abc"');
		expect([yes.length, no.length]).toEqual([1, 1]);
		const other = createTimeline(software, options, no[0]?.decisions);
		other.seek(Number.POSITIVE_INFINITY);
		expect(outputOf(other)).toBe("bac");
	});

	test("a pipe gives the reader everything in every order", () => {
		const { ends, complete } = exploreRuns(softwareOf(TALK.replace("40", "6")), options);
		expect(complete).toBe(true);
		expect(new Set(ends.map((end) => end.output))).toEqual(new Set(["1170\nexit 7\n"]));
	});

	test("in which order objects got their numbers makes no state different", () => {
		const software = softwareOf(NAMES);
		const open: Open = (decisions) => start(software, options, decisions);
		const bounds = { states: 5_000, steps: 50_000 };
		const numbered = exploreBy(open, bounds, () => false, false);
		const { ends, states, complete } = exploreRuns(software, options, bounds);
		expect([ends.length, complete, numbered?.complete]).toEqual([1, true, true]);
		expect(states).toBeLessThan((numbered?.states ?? 0) * 0.7);
	});

	test("but for a program that is told them it does", () => {
		const { ends, complete } = exploreRuns(softwareOf(`#define TOLD\n${NAMES}`), options);
		expect(new Set(ends.map(({ output }) => output))).toEqual(new Set(["a", "b"]));
		expect(complete).toBe(true);
	});

	test("when a message was sent, and by which of two, makes no state different", () => {
		const { ends, states, complete } = exploreRuns(softwareOf(POST), options);
		expect([ends.length, complete]).toEqual([1, true]);
		expect(states).toBeLessThan(30);
	});
});
