// The table of rules: well formed, and no rule without a decision that names it.
import { describe, expect, test } from "vitest";
import { rules } from "./rules.ts";

const sources = import.meta.glob<string>("../{kernel,computer}/*.ts", {
	query: "?raw",
	import: "default",
	eager: true,
});
const named = Object.entries(sources)
	.filter(([path]) => !path.endsWith("/rules.ts") && !path.endsWith(".test.ts"))
	.map(([, source]) => source)
	.join("\n");

describe("rules", () => {
	test.each(Object.entries(rules))("%s", (id, { linux, man, sentence }) => {
		expect(id).toMatch(/^[a-z-]+\.[a-z-]+\.[a-z-]+$/);
		expect(sentence).toMatch(/^[A-Za-z/_$0-9][^\n]*\.$/);
		expect(sentence.length).toBeLessThan(120);
		for (const page of man) expect(page).toMatch(/^[\w-]+\([1-8]\)$/);
		if (linux !== null) expect(linux).toMatch(/\.$/);
		expect(named).toContain(`"${id}"`);
	});
});
