// Browser tests over the built book, in whatever Chromium scripts/chromium.mjs found.
import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

const system = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const port = Number(process.env.PORT ?? 4173);
const base = `http://127.0.0.1:${port}/`;

export default defineConfig({
	testDir: "e2e",
	outputDir: "node_modules/.cache/playwright/results",
	fullyParallel: true,
	forbidOnly: !!process.env.CI,
	workers: 2,
	// What is waited for is there soon, or never: a machine that is busy is given its time.
	timeout: 180_000,
	expect: { timeout: 45_000 },
	reporter: [["line"]],
	use: {
		...devices["Desktop Chrome"],
		baseURL: base,
		trace: "off",
		locale: "en-GB",
		timezoneId: "UTC",
		launchOptions: {
			...(existsSync(system) ? { executablePath: system } : {}),
			// Without these Chromium looks for its makers' hosts, which a closed network refuses one by one.
			args: [
				"--no-sandbox",
				"--disable-gpu",
				"--disable-quic",
				"--no-first-run",
				"--disable-background-networking",
				"--disable-component-update",
				"--disable-sync",
				"--disable-dev-shm-usage",
			],
		},
	},
	webServer: {
		command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
		url: base,
		reuseExistingServer: !process.env.CI,
	},
});
