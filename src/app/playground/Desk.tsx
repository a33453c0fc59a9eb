// What playground and terminal have in common: a computer for as long as the page is there, the head of the desk, and the link.
import { type ReactNode, useEffect, useState } from "react";
import { type RemoteSession, type Work, writeWorkLink } from "../../session/playground.ts";
import { Icon, Keys, SessionProvider } from "../../views/index.ts";
import { createComputer } from "./computer.ts";

export type PageComputer = ReturnType<typeof createComputer>;

/** A page with a computer of its own, which ends when the page goes. */
export function ComputerPage({
	title,
	ready = true,
	children,
}: {
	readonly title: string;
	/** False: what is to run is not known yet. */
	readonly ready?: boolean;
	readonly children: (computer: PageComputer) => ReactNode;
}) {
	const [computer, setComputer] = useState<PageComputer | null>(null);
	useEffect(() => {
		document.title = `${title} · Interprocess`;
		const made = createComputer();
		setComputer(made);
		return () => {
			made.remote.close();
			made.checker.close();
		};
	}, [title]);
	if (computer === null || !ready) return <main className="playground" aria-busy="true" />;
	return <SessionProvider value={computer.remote.session}>{children(computer)}</SessionProvider>;
}

interface DeskHeadProps {
	readonly title: string;
	readonly remote: RemoteSession;
	readonly page: "playground" | "terminal";
	/** What the link is to carry, and whether the run that is shown is that of this very work. */
	readonly linked: () => { readonly work: Work; readonly known: boolean };
	/** What the link holds, as a sentence. */
	readonly holds: string;
	readonly tools: ReactNode;
	/** What the page has to say. */
	readonly children: ReactNode;
}

export function DeskHead({ title, remote, page, linked, holds, tools, children }: DeskHeadProps) {
	/** "": it is too long for one. */
	const [link, setLink] = useState<string | null>(null);
	const share = async (): Promise<void> => {
		const { work, known } = linked();
		const decisions = known ? await remote.ask({ of: "decisions" }, "decisions") : null;
		const step = known ? (remote.session.store.getState().scene?.step ?? null) : null;
		const query = await writeWorkLink({ work, step, decisions: decisions ?? [] });
		const text = query === null ? "" : `${location.href.replace(/#.*$/, "")}#/${page}?${query}`;
		setLink(text);
		if (text !== "") await navigator.clipboard?.writeText(text).catch(() => {});
	};
	return (
		<header className="desk-head">
			<h1>{title}</h1>
			<div className="desk-tools">
				{tools}
				<button type="button" className="button" onClick={share}>
					Link
				</button>
				<Keys />
			</div>
			{link !== null && (
				<div className="link-box">
					{link === "" ? (
						<p role="status">This is too long for a link. Send the files instead.</p>
					) : (
						<label>
							{holds} It was copied where the browser allows it.
							<input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
						</label>
					)}
					<button
						type="button"
						className="button plain"
						onClick={() => setLink(null)}
						aria-label="Close the link"
					>
						<Icon name="cross" />
					</button>
				</div>
			)}
			{children}
		</header>
	);
}
