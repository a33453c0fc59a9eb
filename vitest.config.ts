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
		setupFiles: ["scripts/test-seed.ts", "src/views/channels.ts"],
	},
});
