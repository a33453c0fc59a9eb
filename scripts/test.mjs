// npm test: installs if needed, finds a browser, runs every check in order, and ends with one line of totals.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { commandLine } from "./command-line.mjs";
import { ensureInstalled, root } from "./installed.mjs";

commandLine("usage: npm test");
ensureInstalled();
const { findChromium } = await import("./chromium.mjs");

const reports = resolve(root, "node_modules/.cache/interprocess/reports");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0 };

run("types", ["node_modules/typescript/bin/tsc", "--noEmit"]);
run("types of the pure rooms", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.pure.json"]);
run("lint", ["node_modules/@biomejs/biome/bin/biome", "check"]);
const unit = resolve(reports, "unit.json");
run(
	"unit",
	[
		"node_modules/vitest/vitest.mjs",
		"run",
		// It proves the book, as the step "lessons" does, which asks cc as well.
		"--exclude=src/lessons/check/book.test.ts",
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${unit}`,
	],
	{
		count: () => countVitest(unit),
	},
);
run("lessons", ["scripts/book.mjs"]);
const built = run("build", ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"]);
const browser = built ? await findChromium() : null;
if (browser === null) {
	console.error(built ? "e2e: no browser" : "e2e: nothing built to test");
	total.failed++;
} else {
	const e2e = resolve(reports, "e2e.json");
	run("e2e", ["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"], {
		count: () => countPlaywright(e2e),
		env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: e2e },
	});
}
console.log(`tests: ${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** Runs one Node command; it counts as one check, or as many as its report says. */
function run(name, args, { count, env } = {}) {
	console.log(`\n── ${name}`);
	const began = Date.now();
	const result = spawnSync(process.execPath, args, {
		cwd: root,
		stdio: ["ignore", "inherit", "inherit"],
		env: { ...process.env, ...env },
	});
	const ok = result.status === 0;
	const counted = count?.() ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
	total.passed += counted.passed;
	total.failed += !ok && counted.failed === 0 ? 1 : counted.failed;
	console.log(`── ${name}: ${ok ? "passed" : "FAILED"} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
	return ok;
}

function countVitest(path) {
	const report = readReport(path);
	return report && { passed: report.numPassedTests, failed: report.numFailedTests };
}

function countPlaywright(path) {
	const report = readReport(path);
	return report && { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
}

/** The report as data, or undefined when the command died before writing it. */
function readReport(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return undefined;
	}
}
