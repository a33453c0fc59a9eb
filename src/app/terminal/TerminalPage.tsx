// The terminal: a person at the shell of the computer; beside it the same stage, lanes and controls as everywhere.
import "../../views/channels.ts";
import { useEffect, useState } from "react";
import { type RemoteSession, readWorkLink, SHELL_WORK } from "../../session/playground.ts";
import { Screen } from "../../views/terminal.ts";
import { Bench } from "../playground/Bench.tsx";
import { ComputerPage, DeskHead } from "../playground/Desk.tsx";
import "../../views/css/playground.css";
import "../../views/css/terminal.css";

const SUGGESTIONS = [
	{ line: "yes | head -3", about: "yes dies of SIGPIPE" },
	{ line: "seq 5 | wc -l", about: "a pipe, and its end" },
	{ line: "sleep 9 &", about: "in the background; then ps" },
	{ line: "ps", about: "who is there" },
	{ line: "mkfifo f; echo hello > f & cat f", about: "a pipe with a name" },
	{ line: "cat", about: "answers each line; Ctrl-D ends it" },
	{ line: "sleep 9", about: "then Ctrl-C or Ctrl-Z" },
];

export function TerminalPage({ address }: { address: { readonly query: string } }) {
	return (
		<ComputerPage title="Terminal">
			{({ remote }) => <Terminal remote={remote} address={address} />}
		</ComputerPage>
	);
}

function Terminal({ remote, address }: { remote: RemoteSession; address: { readonly query: string } }) {
	const [message, setMessage] = useState<string | null>(null);
	const [calls, setCalls] = useState<readonly string[]>([]);
	useEffect(() => {
		let wanted = true;
		readWorkLink(address.query).then((found) => {
			if (!wanted) return;
			setMessage(typeof found === "string" ? `${found} This is a new session.` : null);
			if (found === null || typeof found === "string" || found.work.options.shell !== true)
				remote.open(SHELL_WORK, START, true);
			else
				remote.open(found.work, { step: found.step ?? 0, decisions: found.decisions }, found.step === null);
		});
		return () => {
			wanted = false;
		};
	}, [remote, address]);
	return (
		<main className="playground" id="main" tabIndex={-1}>
			<div className="desk terminal-desk">
				<DeskHead
					title="Terminal"
					page="terminal"
					remote={remote}
					linked={() => ({ work: remote.state.getState().shown ?? SHELL_WORK, known: true })}
					holds="This link holds what you typed and the step."
					tools={
						<button type="button" className="button" onClick={() => remote.open(SHELL_WORK, START, true)}>
							New session
						</button>
					}
				>
					{message !== null && (
						<p className="notice" role="status">
							{message}
						</p>
					)}
				</DeskHead>
				<Screen suggestions={SUGGESTIONS} />
			</div>
			<Bench
				remote={remote}
				sourceBeside={false}
				lines={NONE}
				calls={calls}
				onCalls={setCalls}
				screenBeside
				onMend={() => {}}
			/>
		</main>
	);
}

const NONE: readonly string[] = [];
const START = { step: 0, decisions: [] };
