// Calls that were refused and whose result nobody looked at: the wrong end of a pipe, a closed descriptor, a socket or queue used wrongly.
import { code, join, say, who } from "../sentence.ts";
import type { Finding, Ran } from "./finding.ts";
import { functionsOf, isMistake, type Mistake, mistakeIn } from "./refusals.ts";
import { branchAround, codeAt, literally, resultIgnored, resultUnseen, sourceOf } from "./source.ts";
import { onLine, waitCulprit } from "./told.ts";
import type { Repeated } from "./witness.ts";

export function callRefused(ran: Ran): Finding | null {
	for (const refused of ran.witness?.refused ?? []) {
		const { answer, call, pid, place } = refused;
		const functions = functionsOf(call);
		if (!isMistake(call, answer) || !resultUnseen(ran.programs, place, functions)) continue;
		const mistake = mistakeIn(ran, refused);
		if (mistake === null) continue;
		const written = new RegExp(`\\b${functions}(?=\\s*\\()`).exec(codeAt(ran.programs, place))?.[0];
		const name = who(ran, pid);
		return {
			pid,
			sentence: say`${code(written ?? call.name)}${onLine(ran, place)} of ${name} fails with ${code(answer)}: ${mistake.why}. ${name} does not look at the result and goes on.`,
			cure: mistake.cure,
			culprits: [{ ...waitCulprit(ran, pid), descriptor: "fd" in call ? call.fd : null, line: place }],
			remedies: mistake.remedies,
		};
	}
	return null;
}

/** dup2(STDOUT_FILENO, p[1]): the pipe's end became standard output, and not the other way round. */
function swapped(ran: Ran): Finding | null {
	const [first] = ran.witness?.swapped ?? [];
	if (first === undefined) return null;
	const { from, pid, place, to } = first;
	const name = who(ran, pid);
	return {
		pid,
		sentence: say`${code("dup2")}${onLine(ran, place)} of ${name} makes descriptor ${to}, an end of a pipe, a copy of descriptor ${from}: the end is lost, and descriptor ${from} is what it was. ${code("dup2(old, new)")} makes ${code("new")} a copy of ${code("old")}.`,
		cure: say`Give it the end of the pipe first: ${code(`dup2(end, ${["STDIN_FILENO", "STDOUT_FILENO", "STDERR_FILENO"][from]})`)}.`,
		culprits: [{ ...waitCulprit(ran, pid), descriptor: to, line: place }],
		remedies:
			place === null
				? []
				: [
						{
							kind: "replace",
							place,
							what: /\bdup2\s*\(\s*([^,]+?)\s*,\s*([^,()]+?)\s*\)/,
							by: "dup2($2, $1)",
						},
					],
	};
}

export function wrongDescriptor(ran: Ran): Finding | null {
	const wrongWay = swapped(ran);
	if (wrongWay !== null) return wrongWay;
	const refused = ran.witness?.refused.find(
		({ answer, place, call }) =>
			answer === "EBADF" &&
			place !== null &&
			resultIgnored(sourceOf(ran.programs, place.file), place.line, call.name),
	);
	if (refused === undefined || !("fd" in refused.call)) return null;
	const { pid, place, access, onPipe, call } = refused;
	const name = who(ran, pid);
	const verb = call.name === "read" ? "read from" : "write to";
	const before = notOpenSince(ran, refused);
	const why =
		access === null
			? (before?.why ?? say`it is not open`)
			: onPipe
				? say`it is the ${access} end of a pipe, and one cannot ${verb} that`
				: say`it is open only to ${access}`;
	return {
		pid,
		sentence: join([
			say`${code(call.name)}${onLine(ran, place)} of ${name} fails with ${code("EBADF")}: descriptor ${call.fd}: ${why}. ${name} does not look at the result and goes on.`,
			onPipe && access !== null
				? say`${code("pipe")} puts the read end first, [0], and the write end second, [1].`
				: null,
		]),
		cure:
			onPipe && access !== null
				? say`Use the other end, and look at what ${code(call.name)} returns.`
				: (before?.cure ??
					say`Look at what ${code(call.name)} returns, and at where descriptor ${call.fd} was closed.`),
		culprits: [{ ...waitCulprit(ran, pid), descriptor: call.fd, line: place }],
		remedies:
			place === null || !onPipe
				? (before?.remedies ?? [])
				: [
						{ kind: "replace", place, what: /\[\s*0\s*\]/, by: "[1]" },
						{ kind: "replace", place, what: /\[\s*1\s*\]/, by: "[0]" },
					],
	};
}

/** Why a descriptor that was used is not open, as the text tells it. */
function notOpenSince(ran: Ran, { access, call, place, pid }: Repeated): Mistake | null {
	if (access !== null || place === null || !("fd" in call)) return null;
	const source = sourceOf(ran.programs, place.file);
	const { code: lines } = source;
	const line = lines[place.line - 1] ?? "";
	const name = new RegExp(`\\b${call.name}\\s*\\(\\s*([\\w.>[\\]-]+)\\s*,`).exec(line)?.[1];
	if (name === undefined) return null;
	const own = literally(name);
	const above = (pattern: RegExp) =>
		lines.findLastIndex((one, i) => i < place.line - 1 && pattern.test(one)) + 1;
	if (call.fd === -1) {
		const opened = new RegExp(`\\b${own}\\s*=\\s*\\(?\\s*(\\w+)\\s*\\(`);
		const at = above(opened);
		const by = opened.exec(lines[at - 1] ?? "")?.[1];
		if (by === undefined) return null;
		return {
			why: say`${code(name)} is -1, because ${code(by)}${onLine(ran, { ...place, line: at })} had failed`,
			cure: say`Look at what ${code(by)} returns before ${code(name)} is used: ${code(`if (${name} == -1)`)} and ${code("perror")} say why it failed.`,
			remedies: [],
		};
	}
	const at = above(new RegExp(`\\bclose\\s*\\(\\s*${own}\\s*\\)`));
	if (at === 0) return null;
	const block = branchAround(source, at, FOR_CHILD);
	const closed = { ...place, line: at };
	if (block === null || block.last >= place.line)
		return {
			why: say`it is not open, since ${code("close")}${onLine(ran, closed)}`,
			cure: say`Close ${code(name)} after its last use.`,
			remedies: [],
		};
	const end = { ...place, line: block.last };
	return {
		why: say`it is not open, since ${code("close")}${onLine(ran, closed)}, in the part that is the child's. ${who(ran, pid)} has run on beyond the end of that part${onLine(ran, end)} and does what is the parent's`,
		cure: say`End the child where its part ends: ${code("exit(0);")} before${onLine(ran, end).replace(" on", "")}.`,
		remedies: [{ kind: "insert", before: end, text: "exit(0);" }],
	};
}

/** What is asked so that only the child goes on. */
const FOR_CHILD = /(\bfork\s*\(\s*\)\s*\)*|\bpid\w*|\bchild\w*)\s*==\s*0|!\s*(fork\s*\(|pid\b|child\b)/;
