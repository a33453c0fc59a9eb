// A read or write on the wrong end of a pipe, or on a descriptor that is not open, whose result nobody looked at.
import { code, join, say, who } from "../sentence.ts";
import type { Finding, Ran } from "./finding.ts";
import { lineAt, resultIgnored } from "./source.ts";
import { onLine, waitCulprit } from "./told.ts";

export function wrongDescriptor(ran: Ran): Finding | null {
	const refused = ran.witness?.refused.find(({ place, call }) =>
		resultIgnored(lineAt(ran.programs, place), call.name),
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
