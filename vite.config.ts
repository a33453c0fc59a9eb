// How the book is built: one page, one lazy module per lesson, everything addressed from where the page stands.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { book } from "./src/lessons/plugin.ts";

export default defineConfig({
	base: "./",
	plugins: [react(), book()],
	build: {
		target: "es2022",
		cssTarget: ["chrome123", "firefox128", "safari17.5"],
		// Every browser of these knows `modulepreload`.
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 600,
		// What every page needs compresses best as one file; the rest comes when it is asked for.
		rolldownOptions: { output: { codeSplitting: { groups: [{ name: "book", tags: ["$initial"] }] } } },
	},
});
