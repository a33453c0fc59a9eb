// The worker of the playground: the computer that the page asks.
import { serve, type ToWorker } from "../../session/worker.ts";

const take = serve({
	clock: {
		now: () => performance.now(),
		after(milliseconds, then) {
			const timer = setTimeout(then, milliseconds);
			return () => clearTimeout(timer);
		},
	},
	post: (message) => self.postMessage(message),
});

self.addEventListener("message", (event: MessageEvent<ToWorker>) => take(event.data));
