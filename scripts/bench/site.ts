// The built book in a browser: a small server for dist, and a Chromium when there is one.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";

export const dist = join(process.cwd(), "dist");

const TYPES: { readonly [extension: string]: string } = {
	".html": "text/html",
	".js": "text/javascript",
	".css": "text/css",
	".json": "application/json",
	".svg": "image/svg+xml",
	".woff2": "font/woff2",
	".png": "image/png",
};

export interface Site {
	readonly address: string;
	/** Paths below dist that were asked for. */
	readonly asked: Set<string>;
	close(): void;
}

/** Serves dist on a free port; a path that is no file gets index.html. */
export async function serve(): Promise<Site> {
	const asked = new Set<string>();
	const server = createServer((request, response) => {
		const wanted = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname)).slice(1);
		const path = extname(wanted) !== "" && existsSync(join(dist, wanted)) ? wanted : "index.html";
		if (path !== "index.html" || extname(wanted) === "") asked.add(path);
		response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
		response.end(readFileSync(join(dist, path)));
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	return { address: `http://127.0.0.1:${port}/`, asked, close: () => server.close() };
}

/** An installed Chromium, else Playwright's own; null when there is none. */
export async function launch(more: readonly string[] = []): Promise<Browser | null> {
	const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
		existsSync,
	);
	const args = ["--no-sandbox", ...more];
	try {
		return await chromium.launch(installed === undefined ? { args } : { args, executablePath: installed });
	} catch {
		return null;
	}
}

/** The address of the first lesson that the contents page links to, below the site's. */
export async function firstLesson(tab: Page, address: string): Promise<string> {
	await tab.goto(address, { waitUntil: "networkidle" });
	const links = await tab
		.locator("a[href]")
		.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
	return (
		links.find((link) => link.includes("/") && /pipes|descriptors/.test(link))?.replace(/^\.?\//, "") ?? ""
	);
}
