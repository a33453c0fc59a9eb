// One rule: what holds, who says so, which calls end by it.
import { ruleOf } from "../../explain/rules.ts";
import type { Chapter } from "../../lessons/index.ts";
import { NOT_SHOWN } from "../../reference/index.ts";
import { endingsOfRule, endingWords, lessonsOfRule, teachersOf } from "./endings.ts";
import { LessonLinks, ManPages, MomentLink } from "./parts.tsx";

export function RuleEntry({ id, chapters }: { id: string; chapters: readonly Chapter[] }) {
	const rule = ruleOf(id);
	const endings = endingsOfRule(id);
	if (rule === null) return null;
	return (
		<main className="contents reference" id="main" tabIndex={-1}>
			<p className="way-back">
				<a href="#/reference">Reference</a> · rule
			</p>
			<h1 className="rule-name">{id}</h1>
			<p className="lead">{rule.sentence}</p>
			{rule.linux !== null && <p className="finer">{rule.linux}</p>}
			<ManPages pages={rule.man} />
			{NOT_SHOWN[id] !== undefined && <p className="by">{NOT_SHOWN[id]}</p>}
			{endings.length > 0 && (
				<section>
					<h2>Where it decides</h2>
					<ul className="endings">
						{endings.map((ending) => (
							<li key={`${ending.call} ${ending.kind} ${ending.errno}`} data-kind={ending.kind}>
								<p className="how">
									{ending.call === null ? (
										<strong>without a call</strong>
									) : (
										<>
											<a href={`#/reference/${ending.call}`}>
												<code>{ending.call}</code>
											</a>
											<strong>{endingWords(ending)}</strong>
										</>
									)}
								</p>
								<MomentLink ending={ending} />
							</li>
						))}
					</ul>
				</section>
			)}
			<LessonLinks steps={lessonsOfRule(id)} teachers={teachersOf(id)} chapters={chapters} />
		</main>
	);
}
