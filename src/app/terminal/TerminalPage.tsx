// The terminal: a person at the shell of the computer; beside it the same stage, lanes and controls as everywhere.
import { useEffect, useState } from "react";
import {
	type RemoteSession,
	readWorkLink,
	SHELL_WORK,
	type Work,
	writeWorkLink,
} from "../../session/playground.ts";
import { Keys, SessionProvider } from "../../views/index.ts";
import { Screen } from "../../views/terminal.ts";
import { Bench } from "../playground/Bench.tsx";
import { createComputer } from "../playground/computer.ts";
import "../../views/css/playground.css";
import "../../views/css/terminal.css";

const SUGGESTIONS = [
	{ line: "yes | head -3", about: "yes dies of SIGPIPE" },
	{ line: "seq 5 | wc -l", about: "a pipe, and its end" },
	{ line: "sleep 9 &", about: "in the background; then ps" },
	{ line: "ps", about: "who is there" },
	{ line: "mkfifo f; echo hello > f & cat f", about: "a pipe with a name" },
	{ line: "cat", about: "answers each line; Ctrl-D ends it" },
	{ line: "sleep 9", about: "then Ctrl-C or Ctrl-Z, quickly" },
];

export function TerminalPage({ address }: { address: { readonly query: string } }) {
	const [remote, setRemote] = useState<RemoteSession | null>(null);
	useEffect(() => {
		document.title = "Terminal · Interprocess";
		const made = createComputer();
		setRemote(made.remote);
		return () => {
			made.remote.close();
			made.checker.close();
		};
	}, []);
	const [message, setMessage] = useState<string | null>(null);
	useEffect(() => {
		if (remote === null) return;
		let wanted = true;
		readWorkLink(address.query).then((found) => {
			if (!wanted) return;
			setMessage(typeof found === "string" ? `${found} This is a new session.` : null);
			if (found === null || typeof found === "string" || found.work.options.shell !== true)
				remote.open(SHELL_WORK, { step: 0, decisions: [] }, true);
			else
				remote.open(found.work, { step: found.step ?? 0, decisions: found.decisions }, found.step === null);
		});
		return () => {
			wanted = false;
		};
	}, [remote, address]);
	if (remote === null) return <main className="playground" aria-busy="true" />;
	return (
		<SessionProvider value={remote.session}>
			<main className="playground" id="main" tabIndex={-1}>
				<div className="desk terminal-desk">
					<Head remote={remote} message={message} />
					<Screen suggestions={SUGGESTIONS} />
				</div>
				<Bench remote={remote} sourceBeside={false} lines={NONE} screenBeside onMend={() => {}} />
			</main>
		</SessionProvider>
	);
}

const NONE: readonly string[] = [];

function Head({ remote, message }: { remote: RemoteSession; message: string | null }) {
	const [link, setLink] = useState<string | null>(null);
	const share = async (): Promise<void> => {
		const work: Work = remote.state.getState().shown ?? SHELL_WORK;
		const decisions = (await remote.ask({ of: "decisions" }, "decisions")) ?? [];
		const step = remote.session.store.getState().scene?.step ?? null;
		const text = `${location.href.replace(/#.*$/, "")}#/terminal?${await writeWorkLink({ work, step, decisions })}`;
		setLink(text);
		await navigator.clipboard?.writeText(text).catch(() => {});
	};
	return (
		<header className="desk-head">
			<h1>Terminal</h1>
			<div className="desk-tools">
				<button type="button" className="button" onClick={() => remote.open(SHELL_WORK, START, true)}>
					New session
				</button>
				<button type="button" className="button" onClick={share}>
					Link
				</button>
				<Keys />
			</div>
			{link !== null && (
				<div className="link-box">
					<label>
						This link holds what you typed and the step. It was copied where the browser allows it.
						<input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
					</label>
				</div>
			)}
			{message !== null && (
				<p className="notice" role="status">
					{message}
				</p>
			)}
		</header>
	);
}

const START = { step: 0, decisions: [] };
