// Links: what is written is read back, and mangled ones give words.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decision } from "../computer/index.ts";
import { type LinkedPlace, readLink, writeLink } from "./link.ts";

const decision = fc.oneof(
	fc.record({
		at: fc.nat(1_000_000),
		kind: fc.constant("run" as const),
		pid: fc.integer({ min: 1, max: 40_000 }),
	}),
	fc.record({
		at: fc.nat(1_000_000),
		kind: fc.constant("type" as const),
		text: fc.string({ unit: "grapheme", maxLength: 20 }),
	}),
	fc.record({
		at: fc.nat(1_000_000),
		kind: fc.constant("type" as const),
		text: fc.string({ unit: "grapheme", maxLength: 20 }),
		terminal: fc.nat(40),
	}),
	fc.record({ at: fc.nat(1_000_000), kind: fc.constant("end-input" as const) }),
);

test("a place in a run survives being a link", () => {
	fc.assert(
		fc.property(fc.nat(1_000_000_000), fc.array(decision, { maxLength: 20 }), (step, list) => {
			const decisions: Decision[] = [...list].sort((a, b) => a.at - b.at);
			const text = writeLink({ step, decisions });
			expect(text).toMatch(/^[\w.-]+$/);
			expect(readLink(text)).toEqual({ step, decisions });
		}),
	);
});

test("a link is short", () => {
	const place: LinkedPlace = {
		step: 56,
		decisions: [
			{ at: 82, kind: "run", pid: 3 },
			{ at: 90, kind: "type", text: "hi\n" },
			{ at: 90, kind: "end-input" },
		],
	};
	expect(writeLink(place)).toBe("1k.r2a-3.t8-aGkK.e0");
});

describe("mangled", () => {
	test.each([
		["", "'' is not a step"],
		["-1", "'-1' is not a step"],
		["1K", "'1K' is not a step"],
		["01", "'01' is not a step"],
		["zzzzzzzz", "'zzzzzzzz' is not a step"],
		["1k.", "'' is not a decision"],
		["1k.x3", "'x3' is not a decision"],
		["1k.r3", "'r3' is not a decision"],
		["1k.r3-0", "'r3-0' is not a decision"],
		["1k.e3-4", "'e3-4' is not a decision"],
		["1k.t3-a", "'t3-a' is not a decision"],
		["1k.t3-_w", "'t3-_w' is not a decision"],
		[`1${".e0".repeat(40_000)}`, "this address is too long for a place in a run"],
	])("'%s': %s", (text, message) => {
		expect(readLink(text)).toMatchObject({ severity: "error", message });
	});

	test("never an exception", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 30 }), (text) => {
				readLink(text);
			}),
		);
	});
});
