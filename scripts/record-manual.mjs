// Records which errors the manual lists for each call of the reference, and for the library's functions that end in it: reads the
// pages under /usr/share/man (Debian: manpages-dev) and writes src/reference/manual.json.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { bundle } from "./run-ts.mjs";

const MANUAL = process.env.MANUAL ?? "/usr/share/man";
const root = resolve(import.meta.dirname, "..");

/** The source of a page; null: there is none. A page may stand for another. */
function pageOf(name, section) {
	const path = join(MANUAL, `man${section}`, `${name}.${section}.gz`);
	if (!existsSync(path)) return null;
	const text = gunzipSync(readFileSync(path)).toString();
	const other = /^\.so man\d\/([\w-]+)\.(\d)/m.exec(text);
	return other === null ? text : pageOf(other[1], other[2]);
}

/** The errors that a page lists under ERRORS: each is the bold head of a paragraph, or several of them. */
function errorsIn(page) {
	const section = page.split(/^\.SH +/m).find((part) => /^"?ERRORS/.test(part));
	const found = new Set();
	for (const paragraph of (section ?? "").split(/^\.T[PQ].*$/m).slice(1)) {
		const [head = ""] = paragraph.trim().split("\n");
		if (!/^\.BR? /.test(head)) continue;
		for (const [name] of head.matchAll(/\bE[A-Z0-9]{2,}\b/g)) found.add(name);
		for (const [, name] of paragraph.matchAll(/^\.BR? (?:or )?(E[A-Z0-9]{2,})\s*$/gm)) {
			if (paragraph.trim().split("\n").indexOf(`.B ${name}`) === 1) found.add(name);
		}
	}
	return [...found].sort();
}

const { calls } = await import(pathToFileURL(await bundle("src/reference/calls.ts")).href);
const errors = {};
const note = (name, page) => {
	const found = page === null ? [] : errorsIn(page);
	if (found.length > 0) errors[name] = found;
};
for (const [name, { by, man }] of Object.entries(calls)) {
	const [, page, section] = /^(.+)\((\d)\)$/.exec(man);
	const own = pageOf(page, section);
	note(name, own);
	for (const one of by) {
		const its = pageOf(one, 2) ?? pageOf(one, 3);
		if (its !== own) note(one, its);
	}
}
const version = spawnSync("dpkg-query", ["-W", "-f", `\${Version}`, "manpages-dev"], { encoding: "utf8" });
const record = { manual: `man-pages ${version.stdout.split("-")[0] || "?"}`, errors };
writeFileSync(join(root, "src/reference/manual.json"), `${JSON.stringify(record, null, "\t")}\n`);
console.log(`${Object.keys(errors).length} lists of ${record.manual}`);
