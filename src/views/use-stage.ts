// The stage's picture and layout for the present scene; equal parts are the very same, so only what changed is drawn.
import { useLayoutEffect, useRef, useState } from "react";
import type { StagePart } from "../lessons/index.ts";
import type { Scene } from "../session/index.ts";
import { layoutStage, type Room, type StageLayout } from "./pictures/layout.ts";
import { share } from "./pictures/share.ts";
import { type StagePicture, stagePicture } from "./pictures/stage.ts";

/** Draws a scene once and shares what is equal with the drawing before; `aside` leaves out what steps aside. */
export function useStagePicture(
	scene: Scene,
	show: ReadonlySet<StagePart>,
	aside = (whole: StagePicture, _: Scene): StagePicture => whole,
): StagePicture {
	const last = useRef<{ scene: Scene; show: ReadonlySet<StagePart>; picture: StagePicture } | null>(null);
	if (last.current === null || last.current.scene !== scene || last.current.show !== show) {
		const next = aside(stagePicture(scene, show), scene);
		const picture = last.current === null ? next : share(last.current.picture, next);
		last.current = { scene, show, picture };
	}
	return last.current.picture;
}

/** The least that a stage is drawn of its size, so that what is written on it can be read. */
const LEAST = 0.85;

/**
 * The layout shares what is equal too: a step that moves nothing gives the very same boxes. Beside it the size of it all: a
 * stage that is higher than its window leaves room for is drawn smaller, and stays so while the window does.
 */
export function useStageLayout(picture: StagePicture, room: Room): readonly [StageLayout, number] {
	const last = useRef<StageLayout | null>(null);
	const { width, height } = room;
	const size = useRef({ width, height, zoom: 1 });
	if (size.current.width !== width || size.current.height !== height)
		size.current = { width, height, zoom: 1 };
	const drawn = (zoom: number): StageLayout =>
		layoutStage(picture, { ...room, width: width / zoom, height: height / zoom });
	let { zoom } = size.current;
	let next = drawn(zoom);
	// Where text and stage stand one below the other, the page is as high as it needs be.
	while (zoom > LEAST && next.height * zoom > height && isBesideText()) {
		zoom = Math.max(LEAST, zoom - 0.01);
		next = drawn(zoom);
	}
	size.current.zoom = zoom;
	last.current = last.current === null ? next : share(last.current, next);
	return [last.current, zoom];
}

function isBesideText(): boolean {
	return window.matchMedia("(min-width: 76rem)").matches;
}

/** Width of an element in units, kept while the page changes. */
export function useUnits(element: React.RefObject<HTMLElement | null>): { width: number; height: number } {
	const [size, setSize] = useState({ width: 0, height: 0 });
	useLayoutEffect(() => {
		const target = element.current;
		if (target === null) return;
		const measure = (): void => {
			const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
			// A bar for scrolling takes no width away: else the two would chase each other.
			const width = Math.round(target.offsetWidth / unit);
			const height = Math.round(window.innerHeight / unit);
			setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
		};
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(target);
		window.addEventListener("resize", measure);
		return () => {
			observer.disconnect();
			window.removeEventListener("resize", measure);
		};
	}, [element]);
	return size;
}
