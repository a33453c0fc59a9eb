// Files that a program names, as the command line finds them.
import { expect, test } from "vitest";
import { readProgram } from "./sources.ts";

test.each([
	["with a null byte", "a\0b.h"],
	["too long for any system", `${"a".repeat(5000)}.h`],
	["below a file", "package.json/x.h"],
	["a folder", "src"],
	["empty", ""],
])("a header whose path is %s is not there", (_, path) => {
	const { include } = readProgram("main", [], { include: ["src"], macros: "" });
	expect(include?.(path)).toBeUndefined();
});
