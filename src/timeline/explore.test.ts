// Exploring: every order is tried, each state once, and a witness leads to the end it is said to lead to.

import { describe, expect, test } from "vitest";
import { explore } from "./explore.ts";
import { FakeComputer, pipeScripts, type Scripts } from "./fake-computer.ts";

/** Two writers share one pipe of four bytes; nobody reads as much as they write. */
const crowd: Scripts = {
	main: [
		{ do: "fork", child: "other" },
		{ do: "write", bytes: 3 },
		{ do: "exit", status: 1 },
	],
	other: [
		{ do: "write", bytes: 3 },
		{ do: "exit", status: 2 },
	],
};

describe("explore", () => {
	test("finds that either writer can be the one that waits for ever", () => {
		const open = (decisions: ConstructorParameters<typeof FakeComputer>[1]) =>
			new FakeComputer(crowd, decisions);
		const { ends, complete } = explore(open);
		expect(complete).toBe(true);
		const waiting = ends.map((end) => {
			const computer = open(end.decisions);
			while (computer.advance(1000).steps > 0);
			expect(computer.outcome).toEqual(end.outcome);
			const stuck = Object.values(computer.kernel.state.processes).filter((one) => one.state === "waiting");
			return stuck.map((one) => one.pid).join();
		});
		expect(waiting.sort()).toEqual(["2", "3"]);
	});

	test("the default schedule's end comes first and needs no decision", () => {
		const { ends } = explore((decisions) => new FakeComputer(crowd, decisions));
		expect(ends[0]?.decisions).toEqual([]);
		expect(ends[1]?.decisions.length).toBeGreaterThan(0);
	});

	test("looks at each state once", () => {
		const { states, complete, ends } = explore((decisions) => new FakeComputer(pipeScripts(6), decisions));
		expect(complete).toBe(true);
		expect(ends.every((end) => end.outcome?.kind === "exited")).toBe(true);
		expect(states).toBeLessThan(1000);
	});

	test("says so when it stopped before the end", () => {
		const bounds = { states: 10, steps: 200_000 };
		const { complete, states } = explore((decisions) => new FakeComputer(pipeScripts(6), decisions), bounds);
		expect(complete).toBe(false);
		expect(states).toBeLessThan(30);
	});

	test("goes no further than to the first end that is enough, and says that there may be more", () => {
		const { ends, complete } = explore(
			(decisions) => new FakeComputer(crowd, decisions),
			undefined,
			() => true,
		);
		expect(ends).toHaveLength(1);
		expect(complete).toBe(false);
	});
});
