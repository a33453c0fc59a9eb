// Who is who, also when a process is no longer among those that have a card.
import { expect, test } from "vitest";
import { HUES, identities, identityOf } from "./identity.ts";

const member = { born: 0, gone: null, end: null };

test("two processes of one initial have letters and colours of their own", () => {
	const known = identities([
		{ ...member, pid: 2, name: "sh" },
		{ ...member, pid: 3, name: "sort" },
	]);
	expect([...known.values()].map(({ letter, hue }) => [letter, hue])).toEqual([
		["S", 0],
		["O", 1],
	]);
});

test("a message whose sender has no card any more bears the sender's number, in nobody's colour", () => {
	const known = identities([{ ...member, pid: 3, name: "sh" }]);
	expect(identityOf(known, 2)).toEqual({ pid: 2, name: "process 2", letter: "2", hue: HUES });
});
