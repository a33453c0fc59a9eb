// What a pointer leads to, by name and as a line.
import { describe, expect, test } from "vitest";
import type { ObjectLook } from "../../session/playground.ts";
import { arrowsOf, namesOf, placeName } from "./objects-look.ts";

function object(name: string, address: number, size: number, parts: ObjectLook[] = []): ObjectLook {
	return { name, type: "int", address, size, value: "", parts, more: 0, to: null };
}

describe("the name of what a pointer leads to", () => {
	const numbers = object("numbers", 100, 8, [object("[0]", 100, 4), object("[1]", 104, 4)]);
	const point = object("point", 200, 8, [object("x", 200, 4), object("y", 204, 4)]);
	const names = namesOf({
		frames: [{ function: "main", place: null, objects: [numbers] }],
		globals: [point],
		reached: [object("int", 300, 4)],
	});

	test.each([
		[100, "numbers"],
		[104, "numbers[1]"],
		[204, "point.y"],
		[106, "numbers[1] + 2"],
		[300, "an int"],
		[108, null],
	])("%i is %s", (at, name) => {
		expect(placeName(names, at)).toBe(name);
	});
});

describe("the arrows", () => {
	const left = { left: 0, right: 50 };
	const right = { left: 80, right: 130 };

	test("lead across to another column, and around the side in the same one", () => {
		const rows = [
			{ at: 1, to: 9, y: 10, ...left },
			{ at: 2, to: 1, y: 30, ...left },
			{ at: 9, to: null, y: 50, ...right },
		];
		const [across, around] = arrowsOf(rows);
		expect(across).toMatch(/^M50 10C.* 80 50$/);
		expect(around).toMatch(/^M50 30C.* 50 10$/);
	});

	test("are only drawn to what is on the page, and not to the pointer itself", () => {
		expect(
			arrowsOf([
				{ at: 1, to: 1, y: 0, ...left },
				{ at: 2, to: 7, y: 0, ...left },
			]),
		).toEqual([]);
	});
});
