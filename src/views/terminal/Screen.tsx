// The screen of the simulated computer: what its terminal shows, and a line to type at. Keys go to it as bytes.
import { useEffect, useMemo, useRef, useState } from "react";
import type { Terminal } from "../../kernel/index.ts";
import { useActions, useSession, useSessionOfPage } from "../session-context.tsx";
import { complete } from "./completion.ts";
import {
	edited,
	type KeyName,
	keyBytes,
	keyOf,
	lastNumber,
	type ScreenText,
	screenText,
} from "./screen-text.ts";

/** A command line to try. */
export interface Suggestion {
	readonly line: string;
	readonly about: string;
}

interface ScreenProps {
	readonly suggestions: readonly Suggestion[];
	/** Whose terminal the first one is, where somebody logs in at another. */
	readonly host: string | null;
}

const KEYS: readonly { readonly key: KeyName; readonly does: string }[] = [
	{ key: "Ctrl-C", does: "interrupt what runs" },
	{ key: "Ctrl-D", does: "end of input" },
	{ key: "Ctrl-Z", does: "stop what runs" },
];

export function Screen({ suggestions, host }: ScreenProps) {
	const terminals = useSession(({ scene }) => scene?.kernel.terminals) ?? NONE;
	const last = lastNumber(terminals);
	/** The terminal that was chosen for the keyboard; null: that of who logged in last. */
	const [chosen, choose] = useState<number | null>(null);
	const number = chosen === null || chosen > last ? last : chosen;
	const keyboard = Object.values(terminals).find(({ name }) => name === "stdin");
	const busy = useSession((state) => state.busy);
	const past = useSession(({ history, scene }) => {
		if (scene === null || history === null || scene.step >= history.length) return false;
		const reads = Object.values(scene.kernel.processes).some(({ wait }) => wait?.on === "terminal-input");
		return !reads || (history.part?.to ?? history.length) < history.length;
	});
	const ended = useSession(({ scene }) => scene?.ending != null);
	const [cleared, setCleared] = useState<{ readonly [number: number]: number }>({});
	const text = useMemo(() => screenText(terminals, cleared[number], number), [terminals, cleared, number]);
	const session = useSessionOfPage();
	/** The names that fit what stands before the cursor, when Tab could not choose. */
	const [several, setSeveral] = useState<readonly string[]>([]);
	const { type } = useActions();
	/** Where there is little room, the picture of the computer has it. */
	const [openAtFirst] = useState(() => matchMedia("(min-width: 76rem)").matches);
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
		if (number === last) type(bytes);
		else type(bytes, number);
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
		const found = scene === null ? null : complete(scene.kernel, line.slice(0, at), number);
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
			setCleared({ ...cleared, [number]: text.length });
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
	const goTo = (next: number): void => {
		choose(next);
		setSeveral([]);
		// The line goes with the keyboard.
		requestAnimationFrame(() => input.current?.focus({ preventScroll: true }));
	};
	return (
		<section
			className="screen-area"
			aria-label={last > 0 ? "Terminals of the computer" : "Terminal of the computer"}
		>
			{Array.from({ length: last }, (_, other) => (number > other ? other : other + 1)).map((other) => (
				<Other
					key={other}
					title={titleOf(other, host)}
					terminals={terminals}
					number={other}
					closed={other === 0 && keyboard?.interactive !== true}
					onChoose={() => goTo(other)}
				/>
			))}
			{last > 0 && (
				<p className="screen-title">
					<strong>{titleOf(number, host)}</strong> the keyboard goes here
				</p>
			)}
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
				<Printed text={text} label="Screen" />
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
				<p className="soft" role="status" data-busy={busy}>
					{several.length > 0
						? several.slice(0, 30).join("  ")
						: number === 0 && last > 0 && keyboard?.inputEnded === true
							? "Its input has ended: only Ctrl-C and Ctrl-Z reach who runs there."
							: statusText({ busy, ended, past })}
				</p>
			</div>
			{number === last && (
				<details className="lines-to-try" open={openAtFirst}>
					<summary className="button plain">Lines to try</summary>
					<ul className="to-try">
						{suggestions.map(({ about, line: command }) => (
							<li key={command}>
								<button type="button" className="button" onClick={() => enter(command)}>
									<code>{command}</code>
								</button>
								<span className="soft">{about}</span>
							</li>
						))}
					</ul>
				</details>
			)}
		</section>
	);
}

const NONE: { readonly [id: number]: Terminal } = {};

function titleOf(number: number, host: string | null): string {
	return number === 0 && host !== null ? `pts/0, ${host}` : `pts/${number}, your shell`;
}

interface OtherProps {
	readonly title: string;
	readonly terminals: { readonly [id: number]: Terminal };
	readonly number: number;
	/** Nobody can type there: its input comes from a file. */
	readonly closed: boolean;
	readonly onChoose: () => void;
}

/** A terminal to which the keyboard does not go now; a click on it takes the keyboard there. */
function Other({ title, terminals, number, closed, onChoose }: OtherProps) {
	const text = useMemo(() => screenText(terminals, 0, number), [terminals, number]);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the button in it does the same
		<div
			className="other-screen"
			onClick={() => {
				if (!closed && document.getSelection()?.isCollapsed !== false) onChoose();
			}}
		>
			<p className="screen-title">
				<strong>{title}</strong>
				{closed ? (
					"its input is no keyboard"
				) : (
					<button type="button" className="button">
						Type here
						<span className="unseen">, at {title}</span>
					</button>
				)}
			</p>
			<div className="screen">
				<Printed text={{ ...text, lines: text.lines + text.last }} label={`Screen of ${title}`} />
				{text.length === 0 && <p className="soft">nothing printed yet</p>}
			</div>
		</div>
	);
}

function statusText({ busy, ended, past }: { busy: boolean; ended: boolean; past: boolean }): string {
	if (busy) return "Something runs.";
	if (ended) return "The shell has ended. Step back, or begin a new session.";
	return past ? "Typed here, the run goes on from this step: another future." : "";
}

/** All lines but the one on which the cursor stands. */
function Printed({ text, label }: { readonly text: ScreenText; readonly label: string }) {
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
		<pre ref={area} tabIndex={0} role="log" aria-label={label}>
			{text.lines}
		</pre>
	);
}
