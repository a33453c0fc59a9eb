// The terminal: a person at the shell of the computer; beside it the same stage, lanes and controls as everywhere.
import "../../views/channels.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import { type RemoteSession, SHELL_WORK } from "../../session/playground.ts";
import { CLOSE_STAGE, Screen, type Suggestion } from "../../views/terminal.ts";
import { Bench } from "../playground/Bench.tsx";
import { ComputerPage, DeskHead } from "../playground/Desk.tsx";
import { EMPTY, forgetSession, keepSession, keptSession, readVisit, type Visit } from "./visit.ts";
import "../../views/css/playground.css";
import "../../views/css/terminal.css";

const SUGGESTIONS: readonly Suggestion[] = [
	{ line: "yes | head -3", about: "yes dies of SIGPIPE" },
	{ line: "seq 5 | wc -l", about: "a pipe, and its end" },
	{ line: "sleep 9 &", about: "in the background; then ps" },
	{ line: "ps -l", about: "who is there, and what each waits in" },
	{ line: "sleep 9 | cat & ls -l /proc/$!/fd", about: "the descriptors of cat: 0 is the pipe" },
	{ line: "lsof +E -p $!", about: "then: who has the pipe's other end" },
	{ line: "mkfifo f; echo hello > f & cat f", about: "a pipe with a name" },
	{ line: "touch /dev/mqueue/jobs; ls -l /dev/mqueue", about: "a POSIX message queue stays" },
	{ line: "ipcmk -Q; ipcs -q", about: "so does one of System V" },
	{ line: "cat", about: "answers each line; Ctrl-D ends it" },
	{ line: "sleep 9", about: "then Ctrl-C or Ctrl-Z" },
];

/** What one looks at on a computer where something has happened. */
const LOOKS: readonly Suggestion[] = [
	{ line: "ps -ef", about: "who is there" },
	{ line: "lsof", about: "who has what open" },
	{ line: "lsof +E", about: "and who has the other end" },
	{ line: "ss -xap", about: "Unix sockets: what waits inside, and whose they are" },
	{ line: "ls -l /proc/2/fd", about: "the descriptors of process 2" },
	{ line: "ls -l", about: "files, FIFOs and sockets left here" },
	{ line: "ls -l /dev/mqueue", about: "POSIX message queues" },
	{ line: "mailboxes", about: "mailboxes, and what is inside" },
	{ line: "ipcs", about: "message queues of System V" },
	{ line: "sleep 1", about: "lets the others go on" },
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
	const [visit, setVisit] = useState<Visit>(EMPTY);
	/** Counts the sessions: each has a screen of its own. */
	const [number, setNumber] = useState(0);
	const { query } = address;
	const begin = useCallback(
		(next: Visit): void => {
			setVisit(next);
			setNumber((before) => before + 1);
			remote.open(next.work, { step: next.step, decisions: next.decisions }, next.begins);
		},
		[remote],
	);
	useEffect(() => {
		let wanted = true;
		Promise.all([readVisit(query), keptSession(query)]).then(([asked, kept]) => {
			if (!wanted) return;
			const found = typeof asked === "string" ? EMPTY : asked;
			setMessage(typeof asked === "string" ? `${asked} This is a new session.` : null);
			const goesOn = kept !== null && typeof asked !== "string" && kept.step !== null;
			begin(goesOn ? { ...found, ...kept, step: kept.step ?? 0, begins: true } : found);
			if (!goesOn) return;
			setVisit(found);
			setMessage("Your session goes on where it was.");
		});
		return () => {
			wanted = false;
		};
	}, [begin, query]);
	useKeeping(remote, query);
	const { host } = visit;
	const again = (): void => {
		forgetSession();
		setMessage(null);
		begin(visit);
	};
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
						<button type="button" className="button" onClick={again}>
							New session
						</button>
					}
				>
					{message !== null && (
						<p className="notice" role="status">
							{message}
						</p>
					)}
					{host !== null && (
						<p className="soft host">
							The computer of <a href={host.back}>{host.title}</a>, at step {host.step}. Who was running there
							stands still until you let time pass.
						</p>
					)}
				</DeskHead>
				<Screen key={number} suggestions={host === null ? SUGGESTIONS : LOOKS} host={host?.title ?? null} />
			</div>
			<Bench
				remote={remote}
				sourceBeside={false}
				lines={NONE}
				calls={calls}
				onCalls={setCalls}
				close={CLOSE_STAGE}
				onMend={() => {}}
			/>
		</main>
	);
}

const NONE: readonly string[] = [];
/** Milliseconds after the last move in which a session is kept. */
const REST = 400;

/** Keeps the session for a reload of the page: what was typed, and the step. */
function useKeeping(remote: RemoteSession, query: string): void {
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	useEffect(() => {
		const keep = async (): Promise<void> => {
			const { busy, scene } = remote.session.store.getState();
			const { shown } = remote.state.getState();
			if (busy || scene === null || shown === null) return;
			const decisions = await remote.ask({ of: "decisions" }, "decisions");
			if (decisions === null || decisions.every(({ kind }) => kind !== "type")) return;
			await keepSession(query, { work: shown, step: scene.step, decisions });
		};
		const stop = remote.session.store.subscribe((state, before) => {
			if (state.scene === before.scene && state.busy === before.busy) return;
			clearTimeout(timer.current);
			timer.current = setTimeout(keep, REST);
		});
		return () => {
			stop();
			clearTimeout(timer.current);
		};
	}, [remote, query]);
}
