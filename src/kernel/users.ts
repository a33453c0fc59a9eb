// Who a process is: its real, effective and saved ids, its further groups, and how it becomes another. See credentials(7).
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { isPrivileged } from "./permissions.ts";
import type { Process } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";

/** (uid_t)-1: leave it as it is. */
const KEEP = 0xffff_ffff;
/** NGROUPS_MAX */
const GROUPS_MAX = 65_536;

export type UserCall = Extract<
	SystemCall,
	{
		readonly name:
			| "setuid"
			| "setgid"
			| "setreuid"
			| "setregid"
			| "setresuid"
			| "setresgid"
			| "getresuid"
			| "getresgid"
			| "getgroups"
			| "setgroups";
	}
>;

/** Of one kind: user or group. */
interface Ids {
	readonly real: number;
	readonly effective: number;
	readonly saved: number;
}

type Kind = "user" | "group";

function idsOf(process: Process, kind: Kind): Ids {
	return kind === "user"
		? { real: process.uid, effective: process.euid, saved: process.suid }
		: { real: process.gid, effective: process.egid, saved: process.sgid };
}

function setIds(kernel: Kernel, process: Process, kind: Kind, ids: Ids): Outcome {
	const names = kind === "user" ? (["uid", "euid", "suid"] as const) : (["gid", "egid", "sgid"] as const);
	const values = [ids.real, ids.effective, ids.saved];
	for (const [i, name] of names.entries()) kernel.journal.set(process, name, values[i] as number);
	return done("user.ids.set");
}

export function onUser(kernel: Kernel, process: Process, call: UserCall): Outcome {
	switch (call.name) {
		case "setuid":
			return setId(kernel, process, "user", call.id);
		case "setgid":
			return setId(kernel, process, "group", call.id);
		case "setreuid":
			return setTwo(kernel, process, "user", call.real, call.effective);
		case "setregid":
			return setTwo(kernel, process, "group", call.real, call.effective);
		case "setresuid":
			return setThree(kernel, process, "user", call);
		case "setresgid":
			return setThree(kernel, process, "group", call);
		case "getresuid":
			return done("process.identity.told", 0, { kind: "ids", ...idsOf(process, "user") });
		case "getresgid":
			return done("process.identity.told", 0, { kind: "ids", ...idsOf(process, "group") });
		case "getgroups":
			return getgroups(process, call.size);
		case "setgroups":
			return setgroups(kernel, process, call.groups);
	}
}

/** setuid(2), setgid(2): of root all three, of others the effective one, which becomes the real or the saved one. */
function setId(kernel: Kernel, process: Process, kind: Kind, id: number): Outcome {
	if (id === KEEP) return failed("user.ids.bad", "EINVAL");
	const { real, saved } = idsOf(process, kind);
	if (isPrivileged(process)) return setIds(kernel, process, kind, { real: id, effective: id, saved: id });
	if (id !== real && id !== saved) return notPermitted();
	return setIds(kernel, process, kind, { real, effective: id, saved });
}

/** setreuid(2), setregid(2): the saved id follows the effective one when the real one is set, or the effective one to another. */
function setTwo(
	kernel: Kernel,
	process: Process,
	kind: Kind,
	newReal: number,
	newEffective: number,
): Outcome {
	const { effective, real, saved } = idsOf(process, kind);
	if (!isPrivileged(process)) {
		if (![KEEP, real, effective].includes(newReal)) return notPermitted();
		if (![KEEP, real, effective, saved].includes(newEffective)) return notPermitted();
	}
	const after = newEffective === KEEP ? effective : newEffective;
	const follows = newReal !== KEEP || (newEffective !== KEEP && newEffective !== real);
	return setIds(kernel, process, kind, {
		real: newReal === KEEP ? real : newReal,
		effective: after,
		saved: follows ? after : saved,
	});
}

/** setresuid(2), setresgid(2): without privilege each may become any of the three. */
function setThree(kernel: Kernel, process: Process, kind: Kind, wanted: Ids): Outcome {
	const now = idsOf(process, kind);
	const own = [KEEP, now.real, now.effective, now.saved];
	const asked = [wanted.real, wanted.effective, wanted.saved];
	if (!isPrivileged(process) && !asked.every((id) => own.includes(id))) return notPermitted();
	return setIds(kernel, process, kind, {
		real: wanted.real === KEEP ? now.real : wanted.real,
		effective: wanted.effective === KEEP ? now.effective : wanted.effective,
		saved: wanted.saved === KEEP ? now.saved : wanted.saved,
	});
}

function notPermitted(): Outcome {
	return failed("user.ids.not-permitted", "EPERM");
}

/** getgroups(2): the further groups; with room for none, only how many there are. */
function getgroups({ groups }: Process, size: number): Outcome {
	if (size < 0 || (size > 0 && size < groups.length)) return failed("user.groups.no-room", "EINVAL");
	const told = size === 0 ? [] : groups;
	return done("process.identity.told", groups.length, { kind: "groups", groups: told });
}

function setgroups(kernel: Kernel, process: Process, groups: readonly number[]): Outcome {
	if (!isPrivileged(process)) return failed("user.groups.not-permitted", "EPERM");
	if (groups.length > GROUPS_MAX) return failed("user.groups.no-room", "EINVAL");
	kernel.journal.set(
		process,
		"groups",
		[...groups].sort((a, b) => a - b),
	);
	return done("user.groups.set");
}
