// For tests of the processor: the programs of the tree, built and run in pieces.

/// <reference types="vite/client" />

import { formatDiagnostic } from "../../base/index.ts";
import { compile } from "../code/compile.ts";
import type { Image } from "../code/image.ts";
import type { Processor } from "./processor.ts";
import type { Stop } from "./stop.ts";

/** The texts of `programs`, by path. */
export const sources = import.meta.glob<string>("../programs/*.c", {
	query: "?raw",
	import: "default",
	eager: true,
});

/** Throws what the compiler says of a text that does not compile. */
export function imageOf(text: string): Image {
	const { image, diagnostics } = compile([{ path: "p.c", text }], { name: "p" });
	if (image === null) throw new Error(diagnostics.map((d) => formatDiagnostic(d, () => text)).join("\n"));
	return image;
}

/** Takes up to `budget` statements, traps answered on the way; the stop that ended the program, or null. */
export function take(processor: Processor, budget: number): Stop | null {
	for (let left = budget; ; left -= processor.executed) {
		const stop = processor.run(left);
		if (stop.kind === "statements") return null;
		if (stop.kind === "fault" || stop.name === "_exit" || stop.name === "raise") return stop;
		processor.finish(stop.name === "write" ? processor.argument(2) : 0);
	}
}
