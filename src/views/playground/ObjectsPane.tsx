// A process's variables and memory: structs and arrays opened, pointers as arrows to the objects they lead to.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Look, ObjectLook } from "../../session/playground.ts";
import { identities } from "../pictures/identity.ts";
import { arrowsOf, namesOf, placeName } from "../pictures/objects-look.ts";
import { useSession } from "../session-context.tsx";

interface ObjectsPaneProps {
	readonly ask: (pid: number) => Promise<Look | null>;
}

/** Parts up to this many are shown without being asked for. */
const FEW = 8;

export function ObjectsPane({ ask }: ObjectsPaneProps) {
	const scene = useSession((state) => state.scene);
	const [chosen, choose] = useState<number | null>(null);
	const [shown, show] = useState<{ readonly pid: number; readonly look: Look } | null>(null);
	const known = useMemo(() => identities(scene?.cast ?? []), [scene?.cast]);
	const alive = (scene?.cast ?? []).filter(({ pid }) => {
		const state = scene?.kernel.processes[pid]?.state;
		return state !== undefined && state !== "zombie";
	});
	const pid =
		alive.find((one) => one.pid === chosen)?.pid ??
		alive.find((one) => one.pid === scene?.actor)?.pid ??
		alive[0]?.pid ??
		null;
	const version = scene?.version;
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at every step
	useEffect(() => {
		if (pid === null) {
			show(null);
			return;
		}
		let wanted = true;
		ask(pid).then((look) => wanted && show(look === null ? null : { pid, look }));
		return () => {
			wanted = false;
		};
	}, [pid, version, ask]);
	return (
		<section className="objects" aria-label="Variables and memory">
			<div className="objects-head">
				<h2>Variables and memory</h2>
				{alive.length > 1 && (
					<label>
						of{" "}
						<select
							value={chosen ?? ""}
							onChange={(event) => {
								const value = event.currentTarget.value;
								choose(value === "" ? null : Number(value));
							}}
						>
							<option value="">whoever acts</option>
							{alive.map(({ pid: one }) => (
								<option key={one} value={one}>
									{known.get(one)?.name}
								</option>
							))}
						</select>
					</label>
				)}
				{shown !== null && chosen === null && <span className="soft">{known.get(shown.pid)?.name}</span>}
			</div>
			{shown === null ? <p className="soft">No process is there.</p> : <Memory look={shown.look} />}
		</section>
	);
}

function Memory({ look }: { look: Look }) {
	const area = useRef<HTMLDivElement>(null);
	const names = useMemo(() => namesOf(look), [look]);
	const { frames, globals, reached } = look;
	const empty = globals.length === 0 && frames.every(({ objects }) => objects.length === 0);
	return (
		<div className="memory" ref={area}>
			<div className="named">
				{frames.map(({ function: name, place, objects }, depth) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a frame is known by its depth
					<Group key={depth} title={place === null ? name : `${name}, line ${place.line}`}>
						{objects.map((object) => (
							<One key={object.name + object.address} object={object} names={names} />
						))}
						{objects.length === 0 && <p className="soft">no variables</p>}
					</Group>
				))}
				{globals.length > 0 && (
					<Group title="global">
						{globals.map((object) => (
							<One key={object.name} object={object} names={names} />
						))}
					</Group>
				)}
				{frames.length === 0 && empty && <p className="soft">It stands before its first statement.</p>}
			</div>
			{reached.length > 0 && (
				<div className="reached">
					<Group title="reached by pointers">
						{reached.map((object) => (
							<One key={object.address} object={object} names={names} />
						))}
					</Group>
				</div>
			)}
			<Arrows area={area} look={look} />
		</div>
	);
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
	return (
		<section className="object-group">
			<h3>{title}</h3>
			{children}
		</section>
	);
}

interface OneProps {
	readonly object: ObjectLook;
	readonly names: ReturnType<typeof namesOf>;
}

function One({ object, names }: OneProps) {
	const { name, type, value, parts, more, to, address } = object;
	const head = (
		<>
			<span className="object-name">{name}</span>
			{name !== type && <span className="object-type">{type}</span>}
			<span className="object-value">
				{parts.length > 0 ? "" : to === null ? value : `→ ${placeName(names, to) ?? value}`}
			</span>
		</>
	);
	if (parts.length === 0) {
		return (
			<div className="object" data-at={address} data-to={to ?? undefined}>
				{head}
			</div>
		);
	}
	return (
		<details className="object-parts" open={parts.length <= FEW}>
			<summary className="object" data-at={address}>
				{head}
			</summary>
			{parts.map((part) => (
				<One key={part.name + part.address} object={part} names={names} />
			))}
			{more > 0 && <p className="soft">and {more} more</p>}
		</details>
	);
}

/** Lines from pointers to what they lead to, where both are on the page. */
function Arrows({ area, look }: { area: React.RefObject<HTMLDivElement | null>; look: Look }) {
	const [paths, setPaths] = useState<readonly string[]>([]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for what is shown now
	useLayoutEffect(() => {
		const element = area.current;
		if (element === null) return;
		const draw = (): void => {
			const box = element.getBoundingClientRect();
			const rows = [...element.querySelectorAll<HTMLElement>("[data-at]")].filter(
				(row) => row.offsetParent !== null,
			);
			const places = rows.map((row) => {
				const { left, right, top, height } = row.getBoundingClientRect();
				const to = row.dataset.to === undefined ? null : Number(row.dataset.to);
				const at = Number(row.dataset.at);
				return { at, to, left: left - box.left, right: right - box.left, y: top - box.top + height / 2 };
			});
			const next = arrowsOf(places);
			setPaths((before) => (before.join() === next.join() ? before : next));
		};
		draw();
		const observer = new ResizeObserver(draw);
		observer.observe(element);
		element.addEventListener("toggle", draw, true);
		return () => {
			observer.disconnect();
			element.removeEventListener("toggle", draw, true);
		};
	}, [area, look]);
	return (
		<svg className="object-arrows" aria-hidden="true">
			<defs>
				<marker
					id="object-head"
					viewBox="0 0 6 6"
					refX="5.500"
					refY="3"
					markerWidth="6"
					markerHeight="6"
					orient="auto"
				>
					<path d="M0 0L6 3L0 6z" />
				</marker>
			</defs>
			{paths.map((path) => (
				<path key={path} d={path} markerEnd="url(#object-head)" />
			))}
		</svg>
	);
}
