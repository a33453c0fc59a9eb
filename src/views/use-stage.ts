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

/** The layout shares what is equal too: a step that moves nothing gives the very same boxes. */
export function useStageLayout(picture: StagePicture, room: Room): StageLayout {
	const last = useRef<StageLayout | null>(null);
	const next = layoutStage(picture, room);
	last.current = last.current === null ? next : share(last.current, next);
	return last.current;
}

/** Width of an element in units, kept while the page changes. */
export function useUnits(element: React.RefObject<HTMLElement | null>): { width: number; height: number } {
	const [size, setSize] = useState({ width: 0, height: 0 });
	useLayoutEffect(() => {
		const target = element.current;
		if (target === null) return;
		const measure = (): void => {
			const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
			const width = Math.round(target.clientWidth / unit);
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
