// Every rule of diagnosis has a program that it is about, observed on Linux; what is said of it, and that its cure cures.
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { build as buildPrograms } from "../../computer/compiler.ts";
import { defaultOptions, type ProgramSource, type Software } from "../../computer/index.ts";
import { exploreRuns } from "../../timeline/proof.ts";
import { createUserland } from "../../userland/index.ts";
import { diagnose, diagnosisRules, watchRun } from "../diagnosis.ts";
import { mend } from "../proof.ts";
import type { DiagnosisKind } from "./finding.ts";

/** The programs of /bin are there, as on Linux. */
const userland = createUserland();
const build: typeof buildPrograms = (programs, given) => {
	const { diagnostics, software } = buildPrograms(programs, given);
	return { diagnostics, software: software === null ? null : { ...software, userland } };
};

const folder = resolve(import.meta.dirname, "../programs");
const files = readdirSync(folder).filter((file) => file.endsWith(".c"));
/** What Linux did with each program, and with the mended one: scripts/record-diagnosis.mjs. */
const linux: Record<string, Observed> = JSON.parse(readFileSync(resolve(folder, "linux.json"), "utf8"));

interface Observed {
	/** `hangs`: it was still there after a second. */
	readonly end: "hangs" | "exits" | "killed";
	readonly status: number | null;
	readonly stdout: string;
	/** The same of the program with the change that mends it; null when none is known. */
	readonly mended: Omit<Observed, "mended"> | null;
}

const options = { ...defaultOptions("linux"), maxSteps: 60_000 };

function sources(file: string): readonly ProgramSource[] {
	return [
		{
			name: file.replace(".c", ""),
			files: [{ path: file, text: readFileSync(resolve(folder, file), "utf8") }],
		},
	];
}

const runs = new Map<string, ReturnType<typeof watch>>();

/** Each program is run once. */
function watched(file: string): ReturnType<typeof watch> {
	const run = runs.get(file) ?? watch(file);
	runs.set(file, run);
	return run;
}

function watch(file: string, programs = sources(file)) {
	const { software } = build(programs, options);
	const { view, evidence, outcome } = watchRun(software as Software, options);
	return { programs, outcome, ran: { ...view, ...evidence }, diagnosis: diagnose(view, evidence) };
}

/** The same program as others write it: braces on lines of their own, bodies beside their heads, arguments below each other. */
function laidOut(text: string): string {
	return text
		.replace(/^([\t ]*)([^\n#/]*\)) \{( \/[^\n]*)?$/gm, "$1$2$3\n$1{")
		.replace(/^([\t ]*)\} else/gm, "$1}\n$1else")
		.replace(/^(\s*(?:if|while|for) [^\n{]*\))\n\s+([^\n{}]*;)$/gm, "$1 $2")
		.replace(/^([^\n#"]*\w\(\w[^\n"]*), ([^\n"]*\);)$/gm, "$1,\n\t\t\t\t$2");
}

/** The kind that a program's first line names. */
function kindOf(file: string): DiagnosisKind {
	const kind = /^\/\* ([\w-]+):/.exec(readFileSync(resolve(folder, file), "utf8"))?.[1];
	return kind as DiagnosisKind;
}

describe("every program in trouble", () => {
	test.each(files)("%s: the rule it is about finds it, on Linux it goes the same way", (file) => {
		const { diagnosis, outcome } = watched(file);
		expect(diagnosis?.kind).toBe(kindOf(file));
		const seen = linux[file] as Observed;
		const same = { stuck: "hangs", limit: "hangs", killed: "killed", exited: "exits" } as const;
		expect(seen.end).toBe(same[outcome?.kind ?? "limit"]);
	});

	test.each(files)("%s: who waits, since which line, and for whom", (file) => {
		const { diagnosis, outcome, ran } = watched(file);
		expect(diagnosis?.sentence.text).toContain(ran.names.get(diagnosis?.pid ?? 0));
		if (outcome?.kind !== "stuck") return;
		// Who waits in a program of /bin stands in its source.
		expect(diagnosis?.circle.map(({ since }) => since?.file)).toContain(file);
		for (const edge of diagnosis?.circle ?? []) {
			const byDescriptor = edge.thing.kind === "pipe" || (edge.thing.kind === "socket" && edge.to !== null);
			expect(byDescriptor).toBe(edge.descriptors.length > 0);
			if (edge.to === null) expect(edge.round).toBe(false);
		}
	});
});

describe("every cure cures", () => {
	const curable = files.filter((file) => linux[file]?.mended != null);

	test("most of them have one", () => {
		expect(curable.length).toBeGreaterThan(files.length / 2);
	});

	test.each(files)("%s: mended here exactly when it was mended on Linux, and it prints the same", (file) => {
		const { diagnosis, programs, ran } = watched(file);
		const mended = diagnosis === null ? null : mend({ build, programs, options }, ran, diagnosis);
		const seen = linux[file]?.mended ?? null;
		expect(mended === null).toBe(seen === null);
		if (mended === null || seen === null) return;
		expect(seen).toMatchObject({ end: "exits", status: 0, stdout: mended.stdout });
		expect(mended.outcome).toEqual({ kind: "exited", status: 0 });
		expect(mended.changes.flatMap(({ edits }) => edits).length).toBeLessThanOrEqual(4);
	});
});

describe("it is the same however the program is laid out", () => {
	test.each(files)("%s", (file) => {
		const [program] = sources(file) as [ProgramSource];
		const programs = [
			{ ...program, files: program.files.map((one) => ({ ...one, text: laidOut(one.text) })) },
		];
		const { diagnosis, ran } = watch(file, programs);
		expect(diagnosis?.kind).toBe(kindOf(file));
		const mended = diagnosis === null ? null : mend({ build, programs, options }, ran, diagnosis);
		expect(mended === null).toBe(linux[file]?.mended == null);
	});
});

describe("small cures hold in every order of system calls, not only in those that were tried", () => {
	test.each([
		"own-write-end.c",
		"write-end-in-parent.c",
		"both-hold.c",
		"dup2-leftover.c",
		"poll-never-ready.c",
		"zombie.c",
	])("%s", (file) => {
		const { diagnosis, programs, ran } = watched(file);
		const mended = diagnosis === null ? null : mend({ build, programs, options }, ran, diagnosis);
		const { software } = build(mended?.programs ?? [], options);
		const { complete, ends } = exploreRuns(software as Software, options);
		expect(complete).toBe(true);
		expect(ends.map(({ outcome }) => outcome?.kind).filter((kind) => kind !== "exited")).toEqual([]);
	});
});

test("every rule has a program, but those that no machine should run", () => {
	const kinds = new Set(files.map(kindOf));
	const without = diagnosisRules.map(({ kind }) => kind).filter((kind) => !kinds.has(kind));
	expect(without).toEqual(["unsupported", "forks-without-end", "execs-without-end"]);
});

test("two that wait in open wait for each other only where each opens further on what the other waits for", () => {
	const said = (file: string) => watched(file).diagnosis?.sentence.text ?? "";
	expect(said("fifo-crossed.c")).toContain("Each waits for the other.");
	expect(said("fifo-each-alone.c")).not.toContain("Each waits for the other.");
});

test("an open by a name that the program defines for the FIFO counts as one of it", () => {
	const [program] = sources("fifo-crossed.c") as [ProgramSource];
	const named = (text: string) =>
		`#define THERE "there"\nstatic const char back[] = "back";\n${text.replaceAll('open("there"', "open(THERE").replaceAll('open("back"', "open(back")}`;
	const files = program.files.map((file) => ({ ...file, text: named(file.text) }));
	expect(watch("fifo-crossed.c", [{ ...program, files }]).diagnosis?.sentence.text).toContain(
		"Each waits for the other.",
	);
});

test("what is closed before a loop that shares its line is not closed in each round", () => {
	const text = `#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void)
{
	int p[2];
	char b;
	if (pipe(p) == -1) return 1;
	if (fork() == 0) { while (read(p[0], &b, 1) > 0) write(1, &b, 1); exit(0); }
	write(p[1], "ok", 2);
	close(p[1]);
	wait(NULL);
	return 0;
}
`;
	const programs = [{ name: "short", files: [{ path: "short.c", text }] }];
	const { diagnosis, ran } = watch("short.c", programs);
	const mended = diagnosis === null ? null : mend({ build, programs, options }, ran, diagnosis);
	expect(mended?.programs[0]?.files[0]?.text).toContain("{ close(p[1]); while (read(");
});

test("who writes to a socket that nobody reads is told of the socket, not of a pipe", () => {
	const said = (file: string) => watched(file).diagnosis?.sentence.text ?? "";
	expect(said("socket-end-closed.c")).toContain(
		"in write on line 22: the other end of the socket is closed.",
	);
	expect(said("socket-shut-down.c")).toContain(
		"in send on line 13: the other end of the socket is open, but",
	);
	expect(said("killed-by-sigpipe.c")).toContain("nobody has the read end of the pipe open any more");
});

test("who was to open the FIFO and was refused is told with the call, the errno and why", () => {
	const said = (file: string, programs = sources(file)) =>
		watch(file, programs).diagnosis?.sentence.text ?? "";
	expect(said("fifo-refused.c")).toContain(
		'fifo-refused 2 was refused: open("orders", O_WRONLY) on line 14 failed with ENOENT: there is no orders in /home/student.',
	);
	expect(said("fifo-refused.c")).not.toContain("without opening it");
	const [program] = sources("fifo-refused.c") as [ProgramSource];
	const files = program.files.map((file) => ({
		...file,
		text: file.text.replace('unlink("orders")', 'chmod("orders", 0400)'),
	}));
	expect(said("fifo-refused.c", [{ ...program, files }])).toContain(
		"failed with EACCES: it asks as user for w, but orders belongs to user, group user, with mode pr-------- (0400); user owns it, so the owner's bits count: r--, and w is missing.",
	);
});

test("of a mailbox it is said that a mailbox has no end of file, and who was refused", () => {
	const text = `#include "mailbox.h"
int main(void) {
	int box = mailbox_open("/letters", 2);
	char letter[8];
	struct mailbox_stamp stamp;
	return mailbox_receive(box, letter, sizeof letter, &stamp) == -1;
}
`;
	const programs = [{ name: "box", files: [{ path: "box.c", text }] }];
	expect(watch("box.c", programs).diagnosis?.sentence.text).toContain(
		"no letter is in the mailbox, and nobody else has it open. A mailbox has no end of file: whoever receives",
	);
});
