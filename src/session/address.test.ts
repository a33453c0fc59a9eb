// Addresses: what is written can be read again, and what cannot be read says why.
import { describe, expect, test } from "vitest";
import { formatAddress, type LessonAddress, parseAddress } from "./address.ts";

const plain: LessonAddress = {
	page: "lesson",
	id: "pipes/flow-control",
	step: null,
	knobs: {},
	lets: [],
	run: null,
};

describe("an address", () => {
	test.each<[string, LessonAddress]>([
		["#/pipes/flow-control", plain],
		["#/pipes/flow-control?step=41", { ...plain, step: 41 }],
		["#/pipes/flow-control?step=0&run=twin", { ...plain, step: 0, run: "twin" }],
		[
			"#/pipes/flow-control?step=7&set.ROOM=16&let=3.4,5.3",
			{
				...plain,
				step: 7,
				knobs: { ROOM: "16" },
				lets: [
					{ at: 3, pid: 4 },
					{ at: 5, pid: 3 },
				],
			},
		],
	])("%s is read and written back", (text, address) => {
		expect(parseAddress(text)).toEqual(address);
		expect(formatAddress(address)).toBe(text);
	});

	test.each(["", "#", "#/"])("%j is the contents page", (text) => {
		expect(parseAddress(text)).toEqual({ page: "contents" });
	});

	test.each([
		["#/pipes", null],
		["#/../etc/passwd", null],
		["#/pipes/flow-control?step=later", "pipes/flow-control"],
		["#/pipes/flow-control?step=-1", "pipes/flow-control"],
		["#/pipes/flow-control?step=99999999999", "pipes/flow-control"],
		["#/pipes/flow-control?let=3", "pipes/flow-control"],
		["#/pipes/flow-control?colour=red", "pipes/flow-control"],
	])("%s is mangled, and leads back to %s", (text, lesson) => {
		expect(parseAddress(text)).toMatchObject({ page: "mangled", lesson });
	});
});
