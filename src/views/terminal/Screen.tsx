// The screen of the simulated computer: what its terminal shows, and a line to type at. Keys go to it as bytes.
import { useEffect, useMemo, useRef, useState } from "react";
import { useActions, useSession, useSessionOfPage } from "../session-context.tsx";
import { complete } from "./completion.ts";
import { edited, type KeyName, keyBytes, keyOf, type ScreenText, screenText } from "./screen-text.ts";

/** A command line to try. */
export interface Suggestion {
	readonly line: string;
	readonly about: string;
}

interface ScreenProps {
	readonly suggestions: readonly Suggestion[];
}

const KEYS: readonly { readonly key: KeyName; readonly does: string }[] = [
	{ key: "Ctrl-C", does: "interrupt what runs" },
	{ key: "Ctrl-D", does: "end of input" },
	{ key: "Ctrl-Z", does: "stop what runs" },
];

export function Screen({ suggestions }: ScreenProps) {
	const terminals = useSession(({ scene }) => scene?.kernel.terminals);
	const busy = useSession((state) => state.busy);
	const past = useSession(({ history, scene }) => {
		if (scene === null || history === null || scene.step >= history.length) return false;
		const reads = Object.values(scene.kernel.processes).some(({ wait }) => wait?.on === "terminal-input");
		return !reads || (history.part?.to ?? history.length) < history.length;
	});
	const ended = useSession(({ scene }) => scene?.ending != null);
	const [cleared, setCleared] = useState(0);
	const text = useMemo(() => screenText(terminals ?? {}, cleared), [terminals, cleared]);
	const session = useSessionOfPage();
	/** The names that fit what stands before the cursor, when Tab could not choose. */
	const [several, setSeveral] = useState<readonly string[]>([]);
	const { type } = useActions();
	const [line, setLine] = useState("");
	const entered = useRef<string[]>([]);
	const back = useRef(0);
	const input = useRef<HTMLInputElement>(null);
	// One comes here to type. Where a finger would have to, a keyboard would cover the page.
	useEffect(() => {
		const idle = document.activeElement === null || document.activeElement === document.body;
		if (idle && matchMedia("(hover: hover) and (pointer: fine)").matches)
			input.current?.focus({ preventScroll: true });
	}, []);
	const send = (bytes: string): void => {
		type(bytes);
		setLine("");
		setSeveral([]);
		back.current = 0;
	};
	const enter = (command: string): void => {
		if (command.trim() !== "" && entered.current.at(-1) !== command) entered.current.push(command);
		send(`${command}\n`);
	};
	const press = (key: KeyName): void => {
		// What is typed and not entered goes first, as on any terminal.
		send(line + keyBytes(key));
		input.current?.focus();
	};
	/** The line with the cursor at `at`. */
	const edit = (next: string, at = next.length): void => {
		// At once, before the next key comes.
		if (input.current !== null) {
			input.current.value = next;
			input.current.setSelectionRange(at, at);
		}
		setLine(next);
	};
	/** Whether Tab has done something; where it cannot, it leaves the line as everywhere. */
	const fill = (at: number): boolean => {
		const { scene } = session.store.getState();
		const found = scene === null ? null : complete(scene.kernel, line.slice(0, at));
		if (found === null) return false;
		const grown = found.line !== line.slice(0, at);
		if (!grown && (found.several.length === 0 || several.length > 0)) return false;
		setSeveral(found.several);
		if (grown) edit(found.line + line.slice(at), found.line.length);
		return true;
	};
	const paste = (event: React.ClipboardEvent<HTMLInputElement>): void => {
		const pasted = event.clipboardData.getData("text/plain").replaceAll("\r\n", "\n");
		if (!pasted.includes("\n")) return;
		event.preventDefault();
		const { selectionStart, selectionEnd } = event.currentTarget;
		const all =
			line.slice(0, selectionStart ?? line.length) + pasted + line.slice(selectionEnd ?? line.length);
		const end = all.lastIndexOf("\n") + 1;
		send(all.slice(0, end));
		setLine(all.slice(end));
	};
	const recall = (by: number): void => {
		const all = entered.current;
		back.current = Math.max(0, Math.min(all.length, back.current + by));
		edit(all[all.length - back.current] ?? "");
	};
	const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>): void => {
		const { selectionEnd, selectionStart } = event.currentTarget;
		const selected = selectionStart !== selectionEnd;
		const at = selectionStart ?? line.length;
		const key = keyOf(event);
		const changed = key === null ? edited(event, line, at) : null;
		if (event.key !== "Tab") setSeveral([]);
		if (changed !== null) {
			event.preventDefault();
			edit(changed.line, changed.at);
		} else if (event.ctrlKey && event.key === "l") {
			event.preventDefault();
			setCleared(text.length);
		} else if (event.key === "Tab" && !event.shiftKey && fill(at)) {
			event.preventDefault();
		} else if (key !== null && !(key === "Ctrl-C" && selected)) {
			event.preventDefault();
			press(key);
		} else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
			event.preventDefault();
			recall(event.key === "ArrowUp" ? 1 : -1);
		}
	};
	return (
		<section className="screen-area" aria-label="Terminal of the computer">
			<form
				className="screen"
				onPointerUp={() => {
					if (document.getSelection()?.isCollapsed !== false) input.current?.focus();
				}}
				onSubmit={(event) => {
					event.preventDefault();
					enter(line);
				}}
			>
				<Printed text={text} />
				<div className="screen-line">
					<label htmlFor="screen-line">
						<span aria-hidden="true">{text.last}</span>
						<span className="unseen">Type a line</span>
					</label>
					<input
						id="screen-line"
						ref={input}
						type="text"
						value={line}
						autoComplete="off"
						autoCapitalize="none"
						autoCorrect="off"
						spellCheck={false}
						enterKeyHint="send"
						onChange={(event) => setLine(event.currentTarget.value)}
						onKeyDown={onKeyDown}
						onPaste={paste}
					/>
				</div>
			</form>
			<div className="screen-keys">
				<button type="button" className="button" onClick={() => enter(line)}>
					Enter
				</button>
				{KEYS.map(({ key, does }) => (
					<button key={key} type="button" className="button" title={does} onClick={() => press(key)}>
						{key}
						<span className="unseen">: {does}</span>
					</button>
				))}
				<p className="soft" role="status">
					{several.length > 0 ? several.slice(0, 30).join("  ") : statusText({ busy, ended, past })}
				</p>
			</div>
			<h2 id="to-try">Lines to try</h2>
			<ul className="to-try" aria-labelledby="to-try">
				{suggestions.map(({ about, line: command }) => (
					<li key={command}>
						<button type="button" className="button" onClick={() => enter(command)}>
							<code>{command}</code>
						</button>
						<span className="soft">{about}</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function statusText({ busy, ended, past }: { busy: boolean; ended: boolean; past: boolean }): string {
	if (busy) return "Something runs.";
	if (ended) return "The shell has ended. Step back, or begin a new session.";
	return past ? "Typed here, the run goes on from this step: another future." : "";
}

/** All lines but the one on which the cursor stands. */
function Printed({ text }: { text: ScreenText }) {
	const area = useRef<HTMLPreElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: new output is what scrolls
	useEffect(() => {
		const frame = requestAnimationFrame(() => {
			if (area.current !== null) area.current.scrollTop = area.current.scrollHeight;
		});
		return () => cancelAnimationFrame(frame);
	}, [text]);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
		<pre ref={area} tabIndex={0} role="log" aria-label="Screen">
			{text.lines}
		</pre>
	);
}
