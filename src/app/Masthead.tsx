// The line at the top: the book's name, where one is, the keys, the theme.
import type { Chapter } from "../lessons/index.ts";
import { Icon, Keys } from "../views/index.ts";
import type { ThemeSwitch } from "./theme.ts";

const THEMES = { auto: "as the system", light: "light", dark: "dark" } as const;
const ICONS = { auto: "auto", light: "sun", dark: "moon" } as const;

interface MastheadProps {
	/** The lesson that is open, or null. */
	readonly lesson: string | null;
	readonly chapters: readonly Chapter[];
	readonly theme: ThemeSwitch;
}

export function Masthead({ lesson, chapters, theme }: MastheadProps) {
	const chapter = chapters.find(({ lessons }) => lessons.some(({ id }) => id === lesson));
	const here = chapter?.lessons.find(({ id }) => id === lesson);
	return (
		<header className="masthead">
			<button type="button" className="skip button" onClick={skip}>
				Skip to the text
			</button>
			<a className="mark" href="#/">
				Interprocess
			</a>
			<nav aria-label="Where you are" className="trail">
				<a href="#/">Contents</a>
				<a href="#/playground">Playground</a>
				<a href="#/terminal">Terminal</a>
				<a href="#/reference">Reference</a>
			</nav>
			{chapter !== undefined && here !== undefined && (
				<span className="here">
					{here.number} {here.title}
				</span>
			)}
			<div className="end">
				{lesson !== null && <Keys />}
				<button
					type="button"
					className="button plain"
					onClick={theme.turn}
					aria-label={`Colours: ${THEMES[theme.theme]}`}
					title={`Colours: ${THEMES[theme.theme]}`}
				>
					<Icon name={ICONS[theme.theme]} />
				</button>
			</div>
		</header>
	);
}

/** The address belongs to lessons and steps, so the jump is made by focus. */
function skip(): void {
	document.getElementById("main")?.focus();
}
