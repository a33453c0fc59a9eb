// What a reader's browser has to fetch for the first lesson page, compressed.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Figure, Line } from "./figure.ts";
import { dist, firstLesson, launch, serve } from "./site.ts";

const COMPRESSED = new Set([".html", ".js", ".css", ".json", ".svg", ".txt"]);

export const page: Figure = {
	name: "bytes: the first lesson page",
	measure: async () => {
		if (!existsSync(join(dist, "index.html")))
			return [{ what: "npm run build has not been run", value: "-" }];
		const fetched = await fetchedFiles();
		const files = fetched ?? everyFile();
		const sizes = files.map((path) => ({ path, size: sizeOf(path) })).sort((a, b) => b.size - a.size);
		const bytesOf = (fonts: boolean): number =>
			sizes.reduce((sum, { path, size }) => sum + (path.endsWith(".woff2") === fonts ? size : 0), 0);
		const what = fetched === null ? "everything in dist, gzipped (no browser to ask)" : "fetched, gzipped";
		return [
			{ what: `${what}, without fonts`, value: kilobytes(bytesOf(false)), aim: "150 kB" },
			{ what: "fonts", value: kilobytes(bytesOf(true)) },
			...sizes.slice(0, 6).map(({ path, size }): Line => ({ what: `  ${path}`, value: kilobytes(size) })),
		];
	},
};

/** Files that a browser asks for until the page is at rest; null without a browser. */
async function fetchedFiles(): Promise<string[] | null> {
	const browser = await launch();
	if (browser === null) return null;
	const site = await serve();
	const tab = await browser.newPage();
	await tab.goto(site.address + (await firstLesson(tab, site.address)), { waitUntil: "networkidle" });
	site.asked.clear();
	await tab.reload({ waitUntil: "networkidle" });
	await browser.close();
	site.close();
	return [...site.asked];
}

function everyFile(): string[] {
	return readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((path) => extname(path) !== "");
}

function sizeOf(path: string): number {
	const bytes = readFileSync(join(dist, path));
	return COMPRESSED.has(extname(path)) ? gzipSync(bytes).length : bytes.length;
}

function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} kB`;
}
