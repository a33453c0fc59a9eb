// What the pages of calls and of rules have in common.
import { manAddress } from "../../explain/rules.ts";
import type { Chapter } from "../../lessons/index.ts";
import { type Ending, NOT_ASKED } from "../../reference/index.ts";
import { type LessonSteps, lessonAddress, momentAddress } from "./endings.ts";

export function ManPages({ pages }: { pages: readonly string[] }) {
	return (
		<p className="man">
			Manual{pages.length > 1 ? " pages" : " page"}:{" "}
			{pages.map((page, i) => (
				<span key={page}>
					{i > 0 && ", "}
					<ManLink page={page} />
				</span>
			))}
		</p>
	);
}

/** `pipe(7)` as a link: on the web beside the book, in the book in its place. */
export function ManLink({ page }: { page: string }) {
	const address = manAddress(page);
	const away = address.startsWith("#") ? {} : { rel: "noreferrer", target: "_blank" };
	return (
		<a href={address} {...away}>
			{page}
		</a>
	);
}

/** Opens the program at the step at which the rule decides. */
export function MomentLink({ ending }: { ending: Ending }) {
	const { moment } = ending;
	const notAsked = NOT_ASKED[moment.program];
	return (
		<>
			<a className="moment" href={momentAddress(ending)}>
				<span>See it happen</span>
				<code>{moment.code === "" ? `${moment.program}.c` : moment.code}</code>
			</a>
			{notAsked !== undefined && <p className="finer">{notAsked.why}</p>}
		</>
	);
}

interface LessonLinksProps {
	readonly steps: LessonSteps;
	/** Those of them that are about it. */
	readonly teachers: readonly string[];
	readonly chapters: readonly Chapter[];
}

/** Lessons that teach it first, then those in which it comes as well. */
export function LessonLinks({ steps, teachers, chapters }: LessonLinksProps) {
	const known = chapters.flatMap(({ lessons }) => lessons).filter(({ id }) => steps[id] !== undefined);
	const teach = known.filter(({ id }) => teachers.includes(id));
	const others = known.filter((lesson) => !teach.includes(lesson));
	return (
		<>
			<LessonList title="Lessons that teach it" lessons={teach} steps={steps} />
			<LessonList
				title={teach.length > 0 ? "Other lessons in which it comes" : "Lessons in which it comes"}
				lessons={others}
				steps={steps}
			/>
		</>
	);
}

interface LessonListProps {
	readonly title: string;
	readonly lessons: Chapter["lessons"];
	readonly steps: LessonSteps;
}

function LessonList({ title, lessons, steps }: LessonListProps) {
	if (lessons.length === 0) return null;
	return (
		<section>
			<h2>{title}</h2>
			<ul className="shown-in">
				{lessons.map(({ id, number, title: of }) => (
					<li key={id}>
						<a href={lessonAddress(id, steps[id] ?? null)}>
							{number} {of}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}
