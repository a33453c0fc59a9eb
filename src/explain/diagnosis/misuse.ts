// Calls that were refused and whose result nobody looked at: the wrong end of a pipe, a closed descriptor, a socket or queue used wrongly.
import { code, join, say, who } from "../sentence.ts";
import type { Finding, Ran } from "./finding.ts";
import { functionsOf, isMistake, mistakeIn } from "./refusals.ts";
import { lineAt, resultIgnored, resultUnseen } from "./source.ts";
import { onLine, waitCulprit } from "./told.ts";

export function callRefused(ran: Ran): Finding | null {
	for (const refused of ran.witness?.refused ?? []) {
		const { answer, call, pid, place } = refused;
		const functions = functionsOf(call);
		if (!isMistake(call, answer) || !resultUnseen(ran.programs, place, functions)) continue;
		const mistake = mistakeIn(ran, refused);
		if (mistake === null) continue;
		const written = new RegExp(`\\b${functions}(?=\\s*\\()`).exec(lineAt(ran.programs, place))?.[0];
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

export function wrongDescriptor(ran: Ran): Finding | null {
	const refused = ran.witness?.refused.find(
		({ answer, place, call }) => answer === "EBADF" && resultIgnored(lineAt(ran.programs, place), call.name),
	);
	if (refused === undefined || !("fd" in refused.call)) return null;
	const { pid, place, access, onPipe, call } = refused;
	const name = who(ran, pid);
	const verb = call.name === "read" ? "read from" : "write to";
	const why =
		access === null
			? say`it is not open`
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
				: say`Look at what ${code(call.name)} returns, and at where descriptor ${call.fd} was closed.`,
		culprits: [{ ...waitCulprit(ran, pid), descriptor: call.fd, line: place }],
		remedies:
			place === null || !onPipe
				? []
				: [
						{ kind: "replace", place, what: /\[\s*0\s*\]/, by: "[1]" },
						{ kind: "replace", place, what: /\[\s*1\s*\]/, by: "[0]" },
					],
	};
}
