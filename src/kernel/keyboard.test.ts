// What keys do: lines, signals, echo, and reads without lines.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import type { TerminalSettings } from "./state.ts";
import { usualSettings } from "./terminal-settings.ts";
import { type Actor, text, world } from "./world.ts";

const { SIGINT, SIGTSTP } = C.signals;

function person(settings: Partial<TerminalSettings> = {}) {
	const k = world({ interactive: true });
	const p = k.process();
	change(p, settings);
	return { k, p };
}

function change(p: Actor, settings: Partial<TerminalSettings>, actions = 0) {
	return p.ask({ name: "tcsetattr", fd: 0, actions, settings: { ...usualSettings, ...settings } });
}

/** The usual settings without these bits of c_lflag. */
function without(bits: number): Partial<TerminalSettings> {
	return { local: usualSettings.local & ~bits };
}

function characters(min: number, time: number): readonly number[] {
	return usualSettings.characters.map((c, i) => (i === C.VMIN ? min : i === C.VTIME ? time : c));
}

describe("a line", () => {
	test.each([
		["abc\n", "abc\n"],
		["abc\r", "abc\n"],
		["abd\x7fc\n", "abc\n"],
		["\x7f\x7fa\n", "a\n"],
		["xyz\x15abc\n", "abc\n"],
		["one two \x17ten\n", "one ten\n"],
		["ab\x04", "ab"],
		["\x04", ""],
		["foo-bar.\x17x\n", "foo-x\n"],
		["a\x16\x03b\n", "a\x03b\n"],
		["a\x16\x04\n", "a\x04\n"],
		["a\x16\x04\x04", "a\x04"],
		["a\x16\nb\n", "a\nb\n"],
		["a\x16\rb\n", "a\rb\n"],
		["\x16\x16\n", "\x16\n"],
		["a\x16\x7fb\x7f\x7f\n", "a\n"],
		["a\x16\nb\x15c\n", "c\n"],
		["a\x16\nb\x17c\n", "a\nc\n"],
		["ab\x12c\n", "abc\n"],
		["a\x13b\x11c\n", "abc\n"],
	])("%j is read as %j", (keys, line) => {
		const { k, p } = person();
		k.type(keys);
		expect(p.read(0, 99)).toBe(line);
	});

	const ends = usualSettings.characters.map((c, i) => (i === C.VEOL ? 59 : i === C.VEOL2 ? 33 : c));

	test.each([
		["a;b", { characters: ends }, "a;"],
		["a!b", { characters: ends }, "a!"],
		["a\x16;b\n", { characters: ends }, "a;b\n"],
		["a!b;", { characters: ends, ...without(C.IEXTEN) }, "a!b;"],
		["a\x16\x12\n", without(C.IEXTEN), "a\x16\x12\n"],
		["a\x16\x03\x12\n", without(C.ECHO), "a\x03\x12\n"],
		["a\rb\n", { input: C.IGNCR | C.ICRNL }, "ab\n"],
		["a\nb\r\x04", { input: C.INLCR }, "a\rb\r"],
		["a\x13b\x11c\n", { input: C.ICRNL }, "a\x13b\x11c\n"],
	])("%j is read as the settings say", (keys, settings, line) => {
		const { k, p } = person(settings);
		k.type(keys);
		expect(p.read(0, 99)).toBe(line);
	});

	test("what was typed behind VLNEXT keeps its meaning when the line before it is read", () => {
		const { k, p } = person();
		k.type("one\ntwo\x16\n and \x16\x04three\n");
		expect([p.read(0, 2), p.read(0, 9), p.read(0, 99)]).toEqual(["on", "e\n", "two\n and \x04three\n"]);
	});

	test("keys that rub out do not reach into the line before", () => {
		const { k, p } = person();
		k.type("one\n\x7f\x15two\n");
		expect([p.read(0, 99), p.read(0, 99)]).toEqual(["one\n", "two\n"]);
	});
});

describe("keys that are signals", () => {
	test("Ctrl-C goes to the group in the foreground, and what was typed is dropped", () => {
		const { k, p } = person();
		const behind = p.fork();
		behind.ask({ name: "setpgid", pid: 0, pgid: 0 });
		for (const each of [p, behind]) each.handle(SIGINT);
		k.type("abc\x03");
		expect([p.handled, behind.handled]).toEqual([[SIGINT], []]);
		k.type("x\n");
		expect(p.read(0, 9)).toBe("x\n");
	});

	test("with NOFLSH what was typed stays", () => {
		const { k, p } = person({ local: usualSettings.local | C.NOFLSH });
		p.ignore(SIGINT);
		k.type("ab\x03c\n");
		expect(p.read(0, 9)).toBe("abc\n");
	});

	test("Ctrl-Z stops the foreground; Ctrl-\\ kills it", () => {
		const { k, p } = person();
		const child = p.fork();
		p.ignore(SIGTSTP);
		p.ignore(C.signals.SIGQUIT);
		k.type("\x1a");
		expect(child.state).toBe("stopped");
		p.kill(child.pid, C.signals.SIGCONT);
		k.type("\x1c");
		k.run();
		expect(child.ended).toBe(C.signals.SIGQUIT);
	});

	test("without ISIG they are characters", () => {
		const { k, p } = person(without(C.ISIG));
		k.type("\x03\x1a\n");
		expect(p.read(0, 9)).toBe("\x03\x1a\n");
	});
});

describe("without lines", () => {
	test("a read takes what is there once there are VMIN bytes", () => {
		const { k, p } = person({ ...without(C.ICANON), characters: characters(3, 0) });
		expect(p.read(0, 9)).toBe("blocked");
		k.type("ab");
		expect(p.state).toBe("waiting");
		k.type("\x04");
		expect([p.result, p.rule]).toEqual(["ab\x04", "terminal.read.bytes"]);
	});

	test("VMIN 0 and VTIME 0: at once, whatever is there", () => {
		const { k, p } = person({ ...without(C.ICANON), characters: characters(0, 0) });
		expect(p.read(0, 9)).toBe("");
		k.type("a");
		expect(p.read(0, 9)).toBe("a");
	});

	test("VMIN 0 and VTIME 5: half a second at most", () => {
		const { k, p } = person({ ...without(C.ICANON), characters: characters(0, 5) });
		expect(p.read(0, 9)).toBe("blocked");
		k.pass(499_999);
		expect(p.state).toBe("waiting");
		k.pass(1);
		expect([p.result, p.rule]).toEqual(["", "terminal.read.timeout"]);
		expect(p.read(0, 9)).toBe("blocked");
		k.type("a");
		expect(p.result).toBe("a");
	});

	test("VMIN 3 and VTIME 1: a pause of a tenth of a second after a key ends the read", () => {
		const { k, p } = person({ ...without(C.ICANON), characters: characters(3, 1) });
		expect(p.read(0, 9)).toBe("blocked");
		k.pass(500_000);
		expect(p.state).toBe("waiting");
		k.type("a");
		k.pass(99_999);
		k.type("b");
		k.pass(99_999);
		expect(p.state).toBe("waiting");
		k.pass(1);
		expect([p.result, p.rule]).toEqual(["ab", "terminal.read.bytes"]);
		expect(p.read(0, 9)).toBe("blocked");
		k.type("xyz");
		expect(p.result).toBe("xyz");
	});

	test("TCSAFLUSH drops what was typed", () => {
		const { k, p } = person();
		k.type("abc\n");
		change(p, {}, C.TCSAFLUSH);
		expect(p.read(0, 9)).toBe("blocked");
	});
});

describe("echo", () => {
	function screen(keys: string, settings: Partial<TerminalSettings> = {}) {
		const k = world({ interactive: true, echoes: true });
		const p = k.process();
		p.ignore(SIGINT);
		change(p, settings);
		k.type(keys);
		return Object.values(k.kernel.state.terminals)
			.flatMap(({ output }) => output)
			.map(({ bytes }) => text(bytes))
			.join("");
	}

	test.each([
		["ab\n", "ab\n"],
		["a\x7f\x7f", "a\b \b"],
		["\x01\x7f", "^A\b \b\b \b"],
		["ab\x15", "ab\b \b\b \b"],
		["\x03", "^C"],
		["a\x04", "a"],
		["a\x16\x03b\n", "a^\b^Cb\n"],
		["a\x16\nb\n", "a^\b^Jb\n"],
		["\x16x\n", "^\bx\n"],
		["a\x16\nb\x15c", "a^\b^Jb\b \b\b \b\b \b\b \bc"],
		["ab\x12c\n", "ab^R\nabc\n"],
		["a\x16\x03\x12c\n", "a^\b^C^R\na^Cc\n"],
		["one\ntw\x12o\n", "one\ntw^R\ntwo\n"],
	])("%j appears as %j", (keys, shown) => {
		expect(screen(keys)).toBe(shown);
	});

	test.each([
		["without ECHOE, erasing shows the key", C.ECHOE | C.ECHOKE, "abc\x7f\x7fd\x15e\n", "abc^?^?d^U\ne\n"],
		["without ECHOKE, killing the line shows the key", C.ECHOKE, "abc\x15e\n", "abc^U\ne\n"],
		[
			"without ECHOCTL keys that are signals or quote appear as they are",
			C.ECHOCTL,
			"a\x16\x01\x12b",
			"a\x01\x12\na\x01b",
		],
	])("%s", (_, bits, keys, shown) => {
		expect(screen(keys, without(bits))).toBe(shown);
	});

	test("without ECHO nothing appears, but a newline with ECHONL", () => {
		expect(screen("ab\n", without(C.ECHO))).toBe("");
		expect(screen("ab\n", { local: (usualSettings.local & ~C.ECHO) | C.ECHONL })).toBe("\n");
	});
});

test("a reader that is behind now does not keep a line from the one in front", () => {
	const { k, p } = person();
	const child = p.fork();
	p.ignore(C.signals.SIGTTOU);
	child.ask({ name: "setpgid", pid: 0, pgid: 0 });
	p.ask({ name: "tcsetpgrp", fd: 0, pgid: child.pid });
	expect(child.read(0, 9)).toBe("blocked");
	p.ask({ name: "tcsetpgrp", fd: 0, pgid: p.pid });
	expect(p.read(0, 9)).toBe("blocked");
	k.type("line\n");
	expect([child.state, p.result]).toEqual(["stopped", "line\n"]);
});
