// The plan of the house: which room may import which. This table is the plan, and this test keeps it.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/** Each room, and the rooms it may see; `types` are rooms of which it may see the types only. */
const PLAN: Record<string, { sees: string[]; types?: string[] }> = {
	base: { sees: [] },
	kernel: { sees: ["base"] },
	machine: { sees: ["base"] },
	computer: { sees: ["base", "kernel", "machine"] },
	userland: { sees: ["base", "machine", "computer"] },
	timeline: { sees: ["base", "kernel", "machine", "computer"] },
	explain: { sees: ["base", "kernel", "machine", "computer", "timeline"] },
	lessons: { sees: ["base", "kernel", "machine", "computer", "timeline", "explain"] },
	session: { sees: ["base", "kernel", "machine", "computer", "userland", "timeline", "explain", "lessons"] },
	reference: {
		sees: ["base", "kernel", "machine", "computer", "userland", "timeline", "explain", "lessons", "session"],
	},
	views: {
		sees: ["base", "explain", "lessons", "session"],
		types: ["kernel", "machine", "computer", "timeline"],
	},
	app: {
		sees: ["base", "explain", "lessons", "session", "reference", "views"],
		types: ["kernel", "machine", "computer", "timeline"],
	},
	cli: {
		sees: ["base", "kernel", "machine", "computer", "userland", "timeline", "explain", "lessons"],
	},
};
/** A room's door, and its second ones: for what a page fetches only when it is asked for. */
const DOOR =
	/^[^/]+\/(index|channels|compiler|diagnosis|failures|further|proof|rules|editor|playground|review|terminal|worker)\.tsx?$/;
const DETERMINISTIC = ["base", "kernel", "machine", "computer", "userland", "timeline", "explain"];
const CHANCE =
	/\bMath\.random\b|\bDate\b\s*[.(]|\bnew Date\b|\bperformance\.|\bset(Timeout|Interval)\b|\bPromise\b|\basync\b|\bfunction\*/;

const src = resolve(import.meta.dirname);
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
	.filter((path) => /\.tsx?$/.test(path) && path.includes("/"))
	.map((path) => path.replaceAll("\\", "/"));

function roomOf(path: string): string {
	return path.split("/")[0] as string;
}

function importsOf(path: string): { target: string; typeOnly: boolean }[] {
	const text = readFileSync(join(src, path), "utf8");
	const found = text.matchAll(
		/^(?:import|export)\s+(type\s+)?[^"';]*?from\s+"(\.[^"]+)"|^import\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/gm,
	);
	return [...found].map((match) => ({
		typeOnly: match[1] !== undefined,
		target: relative(
			src,
			resolve(src, dirname(path), (match[2] ?? match[3] ?? match[4]) as string),
		).replaceAll("\\", "/"),
	}));
}

describe("the house", () => {
	test("every folder of src is a room of the plan", () => {
		expect([...new Set(files.map(roomOf))].filter((room) => !(room in PLAN))).toEqual([]);
	});

	test.each(Object.keys(PLAN))("%s sees only the rooms it may see, through their doors", (room) => {
		const plan = PLAN[room] as { sees: string[]; types?: string[] };
		const wrong: string[] = [];
		for (const path of files.filter((file) => roomOf(file) === room && !/\.test\.tsx?$/.test(file))) {
			for (const { target, typeOnly } of importsOf(path)) {
				const other = roomOf(target);
				if (other === room || !/\.tsx?$/.test(target)) continue;
				const allowed = plan.sees.includes(other) || (typeOnly && plan.types?.includes(other));
				if (!allowed || !DOOR.test(target)) wrong.push(`${path} imports ${target}`);
			}
		}
		expect(wrong).toEqual([]);
	});

	test.each(DETERMINISTIC)("%s has no clock, no chance and no waiting", (room) => {
		const wrong = files
			.filter((file) => roomOf(file) === room && !/\.test\.ts$/.test(file))
			.filter((file) =>
				CHANCE.test(readFileSync(join(src, file), "utf8").replace(/\/\/.*|\/\*[\s\S]*?\*\//g, "")),
			);
		expect(wrong).toEqual([]);
	});

	test("every file says on its first line what it is", () => {
		const silent = files.filter(
			(file) => !/^(\/\/ |\/\*\*? ?)\S/.test(readFileSync(join(src, file), "utf8")),
		);
		expect(silent).toEqual([]);
	});
});
