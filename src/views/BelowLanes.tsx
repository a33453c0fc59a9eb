// What a lesson has below the lanes: the flow of a pipe, the ruler of its stream, or the disk.
import type { Scene } from "../session/index.ts";
import { DiskView } from "./DiskView.tsx";
import { FlowView } from "./FlowView.tsx";
import type { Below } from "./place.ts";
import { RulerView } from "./RulerView.tsx";

export function BelowLanes({ scene, part }: { scene: Scene; part: Below }) {
	if (part === "flow") return <FlowView scene={scene} />;
	return part === "ruler" ? <RulerView scene={scene} /> : <DiskView scene={scene} />;
}
