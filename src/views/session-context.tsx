// The session for components: one store, read by selection, so that a component is drawn when its own part changes.
import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Session, SessionActions, SessionState } from "../session/index.ts";

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

function useStoreOfPage(): Session {
	const session = use(SessionContext);
	if (session === null) throw new Error("this component stands outside a SessionProvider");
	return session;
}

/** A part of the session's state; the component is drawn again when that part is another. */
export function useSession<T>(select: (state: SessionState) => T): T {
	return useStore(useStoreOfPage().store, select);
}

/** What can be asked of the session; never changes. */
export function useActions(): SessionActions {
	return useStoreOfPage().actions;
}
