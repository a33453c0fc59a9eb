// Unit tests: everything that needs no browser, in Node.
import { defineConfig, mergeConfig } from "vitest/config";
import viteConfig from "./vite.config.ts";

export default mergeConfig(
	viteConfig,
	defineConfig({
		test: {
			include: ["src/**/*.test.ts"],
			environment: "node",
			testTimeout: 30_000,
			setupFiles: ["scripts/test-seed.ts"],
		},
	}),
);
