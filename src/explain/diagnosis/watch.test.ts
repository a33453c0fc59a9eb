// A run that is watched for no longer than its budget lasts.
import { expect, test } from "vitest";
import { build } from "../../computer/compiler.ts";
import { defaultOptions, type Software } from "../../computer/index.ts";
import { watchRun } from "./watch.ts";

const FORKS = `#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
int main(void)
{
	for (;;)
		if (fork() == -1)
			exit(1);
}
`;

test("programs that only fork are not watched for as many steps as one that only counts", () => {
	const { software } = build([{ name: "f", files: [{ path: "f.c", text: FORKS }] }], { define: {} });
	const budget = { work: 200_000 };
	const { computer, outcome } = watchRun(
		software as Software,
		defaultOptions("linux"),
		[],
		undefined,
		budget,
	);
	expect(outcome).toBeNull();
	expect(budget.work).toBeLessThanOrEqual(0);
	expect(computer.step).toBeLessThan(20_000);
	expect(watchRun(software as Software, defaultOptions("linux")).outcome).toEqual({
		kind: "exited",
		status: 1,
	});
});
