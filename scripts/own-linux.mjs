// A Linux of its own for a program that leaves message queues behind: no run finds what another left.
import { spawnSync } from "node:child_process";

/** Whether a program makes what stays after it: then each run has a Linux of its own, and finds nothing of the one before. */
export function leavesMessages({ files: sources }) {
	return sources.some(({ text }) => /[<"](mqueue|sys\/msg|mailbox)\.h[>"]/.test(text));
}

/** Namespaces that end with the run, as root or as anybody; a shell is their process 1. Nothing where Linux forbids them. */
export function ownLinux() {
	const spaces = ["--ipc", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"];
	const tries = [spaces, ["--map-current-user", ...spaces]];
	const found = tries.find((options) => spawnSync("unshare", [...options, "true"]).status === 0);
	return found === undefined ? [] : ["unshare", ...found, "sh", "-c", '"$0" "$@"; exit $?'];
}
