// The page's workers: one runs the program that is shown, another compiles what is being typed.
import { Checker, type ClientOptions, type FromWorker, RemoteSession } from "../../session/playground.ts";

/** Starts a worker. */
export const connect: ClientOptions["connect"] = (hear, fail) => {
	const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
	worker.addEventListener("message", (event: MessageEvent<FromWorker>) => hear(event.data));
	worker.addEventListener("error", fail);
	worker.addEventListener("messageerror", fail);
	return { post: (message) => worker.postMessage(message), close: () => worker.terminate() };
};

const options: ClientOptions = {
	clock: {
		now: () => performance.now(),
		after(milliseconds, then) {
			const timer = setTimeout(then, milliseconds);
			return () => clearTimeout(timer);
		},
	},
	connect,
};

export function createComputer(): { readonly remote: RemoteSession; readonly checker: Checker } {
	return { remote: new RemoteSession(options), checker: new Checker(options) };
}
