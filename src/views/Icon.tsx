// The few signs on buttons, drawn on a grid of sixteen.
import { memo } from "react";

const PATHS = {
	first: "M4 3v10M13 3 7 8l6 5z",
	back: "M11 3 5 8l6 5",
	forward: "M5 3l6 5-6 5",
	last: "M12 3v10M3 3l6 5-6 5z",
	play: "M4.5 2.5 13 8l-8.500 5.500z",
	pause: "M5 3v10M11 3v10",
	check: "M3 8.500 6.500 12 13 4.500",
	cross: "M4 4l8 8M12 4l-8 8",
	sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
	moon: "M13.500 9.500A6 6 0 1 1 6.500 2.500a4.800 4.800 0 0 0 7 7z",
	auto: "M8 2a6 6 0 1 0 0 12V2zM8 2a6 6 0 0 1 0 12",
	branch:
		"M4 3v10M4 9c0-3 7-1 7-5M4 3m-1.500 0a1.500 1.500 0 1 0 3 0 1.500 1.500 0 1 0-3 0M11 3m-1.500 0a1.500 1.500 0 1 0 3 0 1.500 1.500 0 1 0-3 0",
} as const;

export const Icon = memo(function Icon({ name }: { name: keyof typeof PATHS }) {
	return (
		<svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
			<path d={PATHS[name]} />
		</svg>
	);
});
