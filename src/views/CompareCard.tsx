// The same task done two ways, side by side.
import type { Compare, CompareSide } from "../lessons/index.ts";
import { ProseBlock } from "./ProseBlock.tsx";
import "./css/compare.css";

export function CompareCard({ compare }: { compare: Compare }) {
	return (
		<section className="block" aria-label="Compare">
			<ProseBlock html={compare.html} />
			<div className="compare block">
				<Side side={compare.left} />
				<Side side={compare.right} />
			</div>
		</section>
	);
}

function Side({ side }: { side: CompareSide }) {
	return (
		<div>
			<h3>{side.lesson === null ? side.title : <a href={`#/${side.lesson}`}>{side.title}</a>}</h3>
			<ProseBlock html={side.html} />
		</div>
	);
}
