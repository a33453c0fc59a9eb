// The book in the browser: clock and storage are handed to the session, the pages to the document.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { browserStorage, createSession, lazyCompiler } from "../session/index.ts";
import "../views/css/theme.css";
import "../views/css/page.css";
import "../views/css/tasks.css";
import "../views/css/source.css";
import "../views/css/process.css";
import "../views/css/pipe.css";
import "../views/css/stage.css";
import "../views/css/time.css";
import { SessionProvider } from "../views/index.ts";
import { App } from "./App.tsx";

const session = createSession({
	clock: {
		now: () => performance.now(),
		after(milliseconds, then) {
			const timer = setTimeout(then, milliseconds);
			return () => clearTimeout(timer);
		},
	},
	storage: browserStorage(() => window.localStorage),
	compiler: lazyCompiler(() => import("../views/channels.ts")),
	calm: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
});

createRoot(document.getElementById("root") as HTMLElement).render(
	<StrictMode>
		<SessionProvider value={session}>
			<App session={session} />
		</SessionProvider>
	</StrictMode>,
);
