// A rule of the kernel in a box. The rules' texts come when the first is asked for.
import { lazy, Suspense } from "react";

const RuleText = lazy(() => import("./RuleText.tsx").then((module) => ({ default: module.RuleText })));

export function RuleBox({ rule }: { rule: string }) {
	return (
		<Suspense>
			<RuleText rule={rule} />
		</Suspense>
	);
}
