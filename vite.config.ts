// How the book is built: one page, one lazy module per lesson, everything addressed from where the page stands.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { book } from "./src/lessons/plugin.ts";
import { reference } from "./src/reference/plugin.ts";

/** The renderer that readers fetch: React's interface in 11 kB instead of 68. `--mode react` has React itself. */
const SMALL_RENDERER = [
	{ find: /^react$/, replacement: "preact/compat" },
	{ find: /^react\/jsx-(dev-)?runtime$/, replacement: "preact/jsx-runtime" },
	{ find: /^react-dom$/, replacement: "preact/compat" },
	{ find: /^react-dom\/client$/, replacement: "preact/compat/client" },
];

export default defineConfig(({ mode }) => ({
	base: "./",
	plugins: [react(), book(), reference()],
	resolve: { alias: mode === "react" ? [] : SMALL_RENDERER },
	worker: { format: "es" },
	build: {
		target: "es2022",
		cssTarget: ["chrome123", "firefox128", "safari17.5"],
		// Every browser of these knows `modulepreload`.
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 600,
		// What every page needs compresses best as one file; the rest comes when it is asked for.
		rolldownOptions: { output: { codeSplitting: { groups: [{ name: "book", tags: ["$initial"] }] } } },
	},
}));
