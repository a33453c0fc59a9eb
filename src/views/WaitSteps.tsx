// The circle of waits as a list: who waits for whom, in which call, since which line, and by what the other holds it.
import { lineWords, type WaitEdge } from "../explain/index.ts";
import type { Pid } from "../kernel/index.ts";
import type { Identity } from "./pictures/identity.ts";
import { useSession } from "./session-context.tsx";
import "./css/circle.css";

interface WaitStepsProps {
	readonly circle: readonly WaitEdge[];
	readonly identities: ReadonlyMap<Pid, Identity>;
}

export function WaitSteps({ circle, identities }: WaitStepsProps) {
	const programs = useSession((state) => state.programs);
	return (
		<ol className="wait-steps" aria-label="Who waits for whom">
			{circle.map((edge, i) => (
				<li key={edge.from}>
					<span className="number" aria-hidden="true">
						{i + 1}
					</span>
					<span>
						<Named pid={edge.from} identities={identities} />{" "}
						{edge.call.startsWith("stopped") ? (
							`is ${edge.call}`
						) : (
							<>
								waits in <code>{edge.call}</code>
							</>
						)}
						{edge.since !== null && ` since ${lineWords(programs, edge.since)}`}
						{edge.thing.kind !== "child" && ` for ${edge.label}`}
						<Other edge={edge} identities={identities} />
					</span>
				</li>
			))}
		</ol>
	);
}

function Other({ edge, identities }: { edge: WaitEdge; identities: WaitStepsProps["identities"] }) {
	if (edge.to === null) return ": nobody is left.";
	const open = edge.thing.kind === "socket" ? "the other end" : "it open";
	if (edge.to === edge.from) return `, and itself holds ${open} with ${descriptors(edge)}.`;
	const name = <Named pid={edge.to} identities={identities} />;
	if (edge.thing.kind === "pipe" || (edge.thing.kind === "socket" && edge.thing.end === "other"))
		return (
			<>
				, and {name} holds {open} with {descriptors(edge)}.
			</>
		);
	return edge.thing.kind === "child" ? (
		<> for the end of {name}.</>
	) : (
		<>, which {name} could do, but waits.</>
	);
}

function descriptors({ descriptors: fds }: WaitEdge): string {
	return `${fds.length === 1 ? "descriptor" : "descriptors"} ${fds.join(" and ")}`;
}

function Named({ pid, identities }: { pid: Pid; identities: WaitStepsProps["identities"] }) {
	const identity = identities.get(pid);
	return (
		<span className={`named${identity === undefined ? "" : ` hue-${identity.hue}`}`}>
			{identity?.name ?? `process ${pid}`}
		</span>
	);
}
