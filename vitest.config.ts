// Unit tests: everything that needs no browser, in Node.
import { defineConfig } from "vitest/config";
import { book } from "./src/lessons/plugin.ts";

export default defineConfig({
	plugins: [book()],
	test: {
		include: ["src/**/*.test.ts"],
		environment: "node",
		testTimeout: 30_000,
		// Every core: nothing else runs beside the unit tests.
		maxWorkers: "100%",
		// One set of modules for all files of a worker: no module here keeps what a test could see, and loading them afresh
		// for each of some hundred files took longer than most of the tests.
		isolate: false,
		setupFiles: ["scripts/test-seed.ts", "src/views/channels.ts"],
	},
});
