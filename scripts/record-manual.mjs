// Records what the manual says of each call of the reference, and of the library's functions that end in it: the errors it lists, and
// the headers that a program includes. It reads the pages under /usr/share/man (Debian: manpages-dev) and writes src/reference/manual.json.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { commandLine } from "./command-line.mjs";
import { bundle } from "./run-ts.mjs";

commandLine("usage: node scripts/record-manual.mjs (the variable MANUAL says where the pages are)");
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

/** The headers that a page's synopsis names, without those that have no declaration of its own. */
function headersIn(page) {
	const section = page.split(/^\.SH +/m).find((part) => /^"?SYNOPSIS/.test(part)) ?? "";
	const found = [...section.matchAll(/#include +<([\w/]+\.h)>/g)].map(([, header]) => header);
	return [...new Set(found)].filter(
		(header) => !["sys/types.h", "sys/syscall.h", "features.h", "linux/reboot.h"].includes(header),
	);
}

const { calls } = await import(pathToFileURL(await bundle("src/reference/calls.ts")).href);
const errors = {};
const headers = {};
const note = (name, page) => {
	const found = page === null ? [] : errorsIn(page);
	if (found.length > 0) errors[name] = found.join(" ");
};
for (const [name, { by, man }] of Object.entries(calls)) {
	const [, page, section] = /^(.+)\((\d)\)$/.exec(man);
	const own = pageOf(page, section);
	note(name, own);
	const included = own === null ? [] : headersIn(own);
	if (included.length > 0) headers[name] = included.join(" ");
	for (const one of by) {
		const its = pageOf(one, 2) ?? pageOf(one, 3);
		if (its !== own) note(one, its);
	}
}
const version = spawnSync("dpkg-query", ["-W", "-f", `\${Version}`, "manpages-dev"], { encoding: "utf8" });
const record = { manual: `man-pages ${version.stdout.split("-")[0] || "?"}`, errors, headers };
writeFileSync(join(root, "src/reference/manual.json"), `${JSON.stringify(record, null, "\t")}\n`);
console.log(`${Object.keys(errors).length} lists of ${record.manual}`);
