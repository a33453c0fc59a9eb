// Other interpreters that the same program is given to: JSCPP (C++ in JavaScript) and QuickJS (JavaScript in C).
import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { processorTime } from "./figure.ts";

interface Jscpp {
	run(text: string, input: string, options: { stdio: { write(text: string): void } }): number;
}

/** Milliseconds of processor time that JSCPP takes for a program, which must print `output`. */
export function inJscpp(text: string, output: string): number {
	const jscpp = createRequire(import.meta.url)("JSCPP") as Jscpp;
	let printed = "";
	const write = (part: string) => {
		printed += part;
	};
	// It knows neither `(void)` nor `static`.
	const plain = text.replaceAll("(void)", "()").replaceAll("static ", "");
	const taken = processorTime(() => jscpp.run(plain, "", { stdio: { write } }));
	if (printed !== output) throw new Error(`JSCPP printed ${printed}`);
	return taken;
}

/** Whether QuickJS is installed, as `qjs`. */
export function hasQuickJs(): boolean {
	return spawnSync("qjs", ["-e", "0"]).status === 0;
}

/** Milliseconds by the clock that QuickJS takes for `work()`, its start not counted; `text` declares it. */
export function inQuickJs(text: string): number {
	const script = `${text}\nconst start = Date.now(); work(); print(Date.now() - start);`;
	return Number(execFileSync("qjs", ["-e", script], { encoding: "utf8" }));
}
