// The users of the machine, and the files of the system that tell of them and of its limits. See passwd(5), proc(5).
import { MSGMAX, PIPE_MAX_SIZE, QUEUE_LIMITS, QUEUES_MAX } from "./limits.ts";
import type { Limits } from "./state.ts";

/** The users of the machine by name, as /etc/passwd has them; each has a group of the same number and name. */
export const USERS: { readonly [name: string]: number } = {
	root: 0,
	user: 1000,
	ann: 1001,
	bob: 1002,
	mal: 1003,
};
/** The user whose processes these are where nobody says otherwise, and where all start. */
export const USER = 1000;
export const HOME = "/home/student";

/** The first pid that there cannot be, as Linux sets it for up to 32 processors; systemd raises it. */
const PID_MAX = 32_768;
/** What uname calls the release of the kernel. */
export const RELEASE = "6.1.0";
const HOST = "interprocess";

function homeOf(name: string, uid: number): string {
	if (uid === 0) return "/root";
	return uid === USER ? HOME : `/home/${name}`;
}

/** The texts of /etc and /proc/sys by path; root's, and for all to read. */
export function systemFiles({ queues }: Limits): { readonly [path: string]: string } {
	const users = Object.entries(USERS);
	const shell = (uid: number) => (uid === 0 ? "/bin/bash" : "/bin/sh");
	const row = ([name, uid]: readonly [string, number]) =>
		`${name}:x:${uid}:${uid}:${uid === 0 ? "root" : ""}:${homeOf(name, uid)}:${shell(uid)}\n`;
	const numbers: { readonly [path: string]: number } = {
		"kernel/pid_max": PID_MAX,
		"kernel/ngroups_max": 65_536,
		"kernel/msgmax": MSGMAX,
		"kernel/msgmni": queues,
		"kernel/msgmnb": 16_384,
		"fs/pipe-max-size": PIPE_MAX_SIZE,
		"fs/nr_open": 1_048_576,
		"fs/mqueue/msg_max": QUEUE_LIMITS.messages,
		"fs/mqueue/msgsize_max": QUEUE_LIMITS.size,
		"fs/mqueue/queues_max": QUEUES_MAX,
	};
	return {
		"/etc/passwd": users.map(row).join(""),
		"/etc/group": users.map(([name, uid]) => `${name}:x:${uid}:\n`).join(""),
		"/etc/hostname": `${HOST}\n`,
		"/etc/hosts": `127.0.0.1\tlocalhost\n127.0.1.1\t${HOST}\n`,
		"/proc/sys/kernel/hostname": `${HOST}\n`,
		"/proc/sys/kernel/ostype": "Linux\n",
		"/proc/sys/kernel/osrelease": `${RELEASE}\n`,
		...Object.fromEntries(
			Object.entries(numbers).map(([path, value]) => [`/proc/sys/${path}`, `${value}\n`]),
		),
	};
}
