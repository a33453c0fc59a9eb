// An address that leads nowhere: says so, and shows the ways back.
import { useEffect } from "react";

interface MissingPageProps {
	readonly text: string;
	readonly why: string;
	/** The lesson that the address seems to mean. */
	readonly lesson: string | null;
}

export function MissingPage({ text, why, lesson }: MissingPageProps) {
	useEffect(() => {
		document.title = "No such page · Interprocess";
	}, []);
	return (
		<main className="missing" id="main" tabIndex={-1}>
			<h1>This address leads nowhere</h1>
			<p>{why}</p>
			<p>
				The address says <code>{text}</code>.
			</p>
			<p className="ways">
				{lesson !== null && (
					<a className="button main" href={`#/${lesson}`}>
						Open the lesson at its start
					</a>
				)}
				<a className={`button${lesson === null ? " main" : ""}`} href="#/">
					To the contents
				</a>
			</p>
		</main>
	);
}
