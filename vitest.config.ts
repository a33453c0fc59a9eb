// Unit tests: pure rooms and views in Node, components in happy-dom.
import { defineConfig, mergeConfig } from "vitest/config";
import viteConfig from "./vite.config.ts";

export default mergeConfig(
	viteConfig,
	defineConfig({
		test: {
			projects: [
				{
					extends: true,
					test: { name: "node", include: ["src/**/*.test.ts"], environment: "node", testTimeout: 30_000 },
				},
				{ extends: true, test: { name: "dom", include: ["src/**/*.test.tsx"], environment: "happy-dom" } },
			],
		},
	}),
);
