// The reference for the bundler: `virtual:reference` is what running the programs told, `virtual:reference-works` the programs.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { bundle } from "../../scripts/run-ts.mjs";
import type { gather as Gather, Gathered } from "./gather.ts";

const REFERENCE = "virtual:reference";
const WORKS = "virtual:reference-works";

/** Runs the programs once, when the first page asks for the reference. */
export function reference(): Plugin {
	let src = "";
	let gathered: Promise<Gathered> | null = null;
	const read = async (): Promise<Gathered> => {
		const path = await bundle("src/reference/gather.ts");
		const kept = join(dirname(path), `reference-${hashOf(path, src)}.json`);
		if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
		const { gather } = (await import(pathToFileURL(path).href)) as { gather: typeof Gather };
		const gathered = gather(src);
		writeFileSync(kept, JSON.stringify(gathered));
		return gathered;
	};
	return {
		name: "reference",
		configResolved({ root }) {
			src = resolve(root, "src");
		},
		resolveId(id) {
			return id === REFERENCE || id === WORKS ? `\0${id}` : undefined;
		},
		async load(id) {
			if (id !== `\0${REFERENCE}` && id !== `\0${WORKS}`) return undefined;
			gathered ??= read();
			const { reference, works } = await gathered;
			const [name, value] = id === `\0${REFERENCE}` ? ["reference", reference] : ["works", works];
			return `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
		},
	};
}

/** Of the whole simulator and of every program that is run: the same hash, the same answers. */
function hashOf(bundled: string, src: string): string {
	const hash = createHash("sha256").update(readFileSync(bundled));
	for (const folder of ["computer/programs", "reference/programs", "lessons/book", "../mailbox"]) {
		for (const path of readdirSync(join(src, folder), { recursive: true, encoding: "utf8" }).sort()) {
			if (/\.(c|h|md|json)$/.test(path)) hash.update(path).update(readFileSync(join(src, folder, path)));
		}
	}
	return hash.digest("hex").slice(0, 16);
}
