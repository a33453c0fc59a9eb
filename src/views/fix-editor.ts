// The editor in which an exercise can be written: the page brings it, so that who does not write does not fetch it.
import { type ComponentType, createContext, use } from "react";
import type { Fix } from "../lessons/index.ts";

const FixEditorContext = createContext<ComponentType<{ fix: Fix }> | null>(null);

export const FixEditorProvider = FixEditorContext.Provider;

/** null: this page has none. */
export function useFixEditor(): ComponentType<{ fix: Fix }> | null {
	return use(FixEditorContext);
}
