// Light, dark, or as the system has it: on the document, and kept where the browser allows.
import { useEffect, useState } from "react";

export type Theme = "auto" | "light" | "dark";

const KEY = "interprocess.theme";
const ORDER: readonly Theme[] = ["auto", "light", "dark"];

function kept(): Theme {
	try {
		return ORDER.find((theme) => theme === localStorage.getItem(KEY)) ?? "auto";
	} catch {
		return "auto";
	}
}

export interface ThemeSwitch {
	readonly theme: Theme;
	/** Goes on to the next of the three. */
	readonly turn: () => void;
}

export function useTheme(): ThemeSwitch {
	const [theme, setTheme] = useState(kept);
	useEffect(() => {
		if (theme === "auto") delete document.documentElement.dataset.theme;
		else document.documentElement.dataset.theme = theme;
		try {
			localStorage.setItem(KEY, theme);
		} catch {
			// Then it lasts as long as the page.
		}
	}, [theme]);
	return {
		theme,
		turn: () => setTheme((now) => ORDER[(ORDER.indexOf(now) + 1) % ORDER.length] as Theme),
	};
}
