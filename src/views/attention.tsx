// What the reader points at: a descriptor, an end, a line. Code, stage and lanes light up together.
import { createContext, use, useMemo } from "react";
import { createStore, type StoreApi, useStore } from "zustand";

export interface Attention {
	/** Key of a thing on the stage: `3/4`, `pipe 9 write`, `open 10`. */
	readonly key: string | null;
	/** A line of the source that a link, a label or a descriptor points at. */
	readonly line: { readonly file: string | null; readonly line: number } | null;
}

const NOTHING: Attention = { key: null, line: null };
const AttentionContext = createContext<StoreApi<Attention>>(createStore(() => NOTHING));

export function AttentionProvider({ children }: { children: React.ReactNode }) {
	const store = useMemo(() => createStore<Attention>(() => NOTHING), []);
	return <AttentionContext value={store}>{children}</AttentionContext>;
}

export function useAttention<T>(select: (attention: Attention) => T): T {
	return useStore(use(AttentionContext), select);
}

/** Sets what is pointed at; without an argument, nothing is. */
export function usePoint(): (attention?: Partial<Attention>) => void {
	const store = use(AttentionContext);
	return (attention) => store.setState({ ...NOTHING, ...attention });
}
