// The room `views`: one component per visible thing, and the pictures they are drawn from.
export { AttentionProvider } from "./attention.tsx";
export { Controls } from "./Controls.tsx";
export { Icon } from "./Icon.tsx";
export { Keys } from "./Keys.tsx";
export { LessonBlocks } from "./LessonBlocks.tsx";
export { Asking, type Given, Settled } from "./PredictCard.tsx";
export { ProseBlock } from "./ProseBlock.tsx";
export { withoutLabels } from "./pictures/source.ts";
export { belowLanes } from "./place.ts";
export { SentencePanel } from "./SentencePanel.tsx";
export { type CloseStage, Stage } from "./Stage.tsx";
export { SessionProvider, useActions, useSession, useSessionOfPage } from "./session-context.tsx";
export { TimelineView } from "./TimelineView.tsx";
export { WorkroomProvider } from "./workroom.ts";
