// What a lesson's page brings for who writes an exercise, or wants to see what mends it: fetched only then.
import { type ComponentType, createContext, use } from "react";
import type { Fix } from "../lessons/index.ts";
import type { Scene } from "../session/index.ts";

export interface Workroom {
	/** The editor in which an exercise can be written. */
	readonly Editor: ComponentType<{ fix: Fix }>;
	/** What mends the exercise as it was tried last. */
	readonly ExerciseCure: ComponentType<{ fix: Fix }>;
	/** What mends the run that is shown. */
	readonly RunCure: ComponentType<{ scene: Scene }>;
}

const WorkroomContext = createContext<Workroom | null>(null);

export const WorkroomProvider = WorkroomContext.Provider;

/** null: this page has none. */
export function useWorkroom(): Workroom | null {
	return use(WorkroomContext);
}
