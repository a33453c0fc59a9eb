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

export function LessonLinks({ steps, chapters }: { steps: LessonSteps; chapters: readonly Chapter[] }) {
	const known = chapters.flatMap(({ lessons }) => lessons).filter(({ id }) => steps[id] !== undefined);
	if (known.length === 0) return null;
	return (
		<section>
			<h2>Lessons that show it</h2>
			<ul className="shown-in">
				{known.map(({ id, number, title }) => (
					<li key={id}>
						<a href={lessonAddress(id, steps[id] ?? null)}>
							{number} {title}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}
