// The room `userland`: the programs in /bin of the simulated computer, written in C and compiled when they are first run.

/// <reference types="vite/types/importMeta.d.ts" />
import { encodeText, formatDiagnostic, invariant } from "../base/index.ts";
import type { ProgramSource, Userland } from "../computer/index.ts";
import { compile } from "../machine/compiler.ts";
import type { Image } from "../machine/index.ts";

const files = import.meta.glob("./bin/**/*.{c,h}", {
	query: "?raw",
	import: "default",
	eager: true,
}) as Readonly<Record<string, string>>;

/** Programs under more than one name. */
const ALIASES: { readonly [name: string]: string } = { "[": "test", pkill: "pgrep" };

/** What programs share with each other, by program; all but the shell complain by themselves. */
const SHARED: { readonly [name: string]: readonly string[] } = {
	sh: ["test", "kill", "printf"],
	test: ["test", "by_itself"],
	kill: ["kill", "by_itself"],
	printf: ["printf", "by_itself"],
	date: ["date"],
	touch: ["date"],
	head: ["part"],
	tail: ["part"],
	cp: ["target", "answer"],
	mv: ["target", "answer"],
	rm: ["answer"],
	fuser: ["process"],
	lsof: ["process"],
	pgrep: ["process"],
	ps: ["process"],
	pstree: ["process"],
	ss: ["process"],
};

/** Programs that print, and say so when they cannot. */
const PRINTING: ReadonlySet<string> = new Set(
	"basename cat mailboxes cmp cp cut df diff du file expr find id ln lsof mv nice pgrep pstree readlink stat whoami date dirname echo env printenv grep head ls od printf ps pwd realpath seq sort ss tail tr tty uniq wc xxd tac nl mktemp uname getconf".split(
		" ",
	),
);

/** Programs that say where help would be. */
const REFERRING: ReadonlySet<string> = new Set(
	"chown cp cut date dd df du expr id ln mknod mktemp mv nice nl nohup od printenv readlink realpath rm setsid sort stat su tac timeout touch tty uname whoami xargs yes".split(
		" ",
	),
);

/** The names of the files of bin/shared that a program is built with. */
function sharedBy(name: string): readonly string[] {
	const refers = REFERRING.has(name) ? ["refer_to_help"] : [];
	return [...(SHARED[name] ?? []), ...refers, ...(PRINTING.has(name) ? ["close_stdout"] : [])];
}

/** Names of all programs. A program is one file, or a folder of files. */
export const programNames: readonly string[] = [
	...new Set([
		...Object.keys(files).flatMap((path) => /^\.\/bin\/(?!shared\/)(\w+)(?:\.c|\/)/.exec(path)?.[1] ?? []),
		...Object.keys(ALIASES),
	]),
].sort();

/** The C of a program; `name` is one of `programNames`. */
export function programSource(name: string): ProgramSource {
	const own = ALIASES[name] ?? name;
	const shared = sharedBy(own).map((part) => `./bin/shared/${part}.c`);
	const paths = Object.keys(files).filter(
		(path) =>
			path === `./bin/${own}.c` ||
			(path.startsWith(`./bin/${own}/`) && path.endsWith(".c")) ||
			shared.includes(path),
	);
	return {
		name,
		files: paths.map((path) => ({ path: path.slice(2), text: files[path] as string })),
		include: (path) => files[`./${path.replace(/[^/]+\/\.\.\//g, "")}`],
	};
}

/** The text of a file of theirs, as places name it: `bin/cat.c`. */
export function sourceText(path: string): string | undefined {
	return files[`./${path}`];
}

/** All programs, none compiled yet. */
export function createUserland(): Userland {
	const images = new Map<string, Image>();
	const texts = new Map<string, Uint8Array>();
	return {
		names: programNames,
		image: (name) => {
			const image = images.get(name) ?? compiled(name);
			images.set(name, image);
			return image;
		},
		bytes: (known, programs) => {
			const own = programs.find(({ name }) => name === known);
			if (own !== undefined) return textOf(own);
			// Known so where a program of one's own has the same name.
			const name = known.replace(/^\/bin\//, "");
			const text = texts.get(name) ?? textOf(programSource(name));
			texts.set(name, text);
			return text;
		},
	};
}

function textOf({ files }: ProgramSource): Uint8Array {
	return encodeText(files.map(({ text }) => text).join(""));
}

function compiled(name: string): Image {
	const source = programSource(name);
	const { diagnostics, image } = compile(source.files, { name, include: (path) => source.include?.(path) });
	invariant(
		image !== null,
		`/bin/${name} compiles: ${diagnostics.map((each) => formatDiagnostic(each, () => undefined)).join("\n")}`,
	);
	return image;
}
