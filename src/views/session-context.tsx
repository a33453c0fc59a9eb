// The session for components: one store, read by selection, so that a component is drawn when its own part changes.
import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Session, SessionActions, SessionState } from "../session/index.ts";

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

/** The session itself, for what is asked of it once. */
export function useSessionOfPage(): Session {
	const session = use(SessionContext);
	if (session === null) throw new Error("this component stands outside a SessionProvider");
	return session;
}

/** A part of the session's state; the component is drawn again when that part is another. */
export function useSession<T>(select: (state: SessionState) => T): T {
	return useStore(useSessionOfPage().store, select);
}

/** What can be asked of the session; never changes. */
export function useActions(): SessionActions {
	return useSessionOfPage().actions;
}
