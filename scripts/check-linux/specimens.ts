// The programs of the tree that can be run both on Linux and here, each with the rule by which the two are compared.

import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { readBook, specimensOf } from "../../src/lessons/check/index.ts";
import { programSource } from "../../src/userland/index.ts";

const SRC = resolve("src");

/**
 * `same`: output, end and system calls are the same. `some-order`: what Linux did is among what the orders of the processes
 * can do here. `stuck-too`: one that waits or runs for ever there does so here, and what it printed is the same.
 */
export type Rule = "same" | "some-order" | "stuck-too";

export interface Specimen {
	/** Where it is, from src on; of a lesson, which of its programs. */
	readonly name: string;
	readonly rule: Rule;
	/** The program that runs first comes first. */
	readonly programs: readonly {
		readonly name: string;
		readonly files: readonly { readonly path: string; readonly text: string }[];
		readonly include?: (path: string) => string | undefined;
	}[];
	readonly stdin: string;
	readonly args?: readonly string[];
	/** Root runs it, there and here. */
	readonly asRoot?: boolean;
}

/** The programs of /bin by themselves, compiled by cc there: command lines that need no other program, and their input. */
const COMMANDS: readonly (readonly [command: string, stdin: string])[] = [
	["basename /usr/lib/x.c .c", ""],
	["cat -n", "one\ntwo"],
	["cp none there", ""],
	["dirname /usr/lib/x.c", ""],
	["echo -e a\\tb\\n c", ""],
	["env -i A=1 B=2", ""],
	["false", ""],
	["grep -n -e o -e x", "one\ntwo\nsix\nnine\n"],
	["grep -c -v ^[a-m]", "apple\nzebra\nmango\n"],
	["head -n 2", "1\n2\n3\n"],
	["head -c 3", "abcdef"],
	["kill -l 15", ""],
	["ln -s a b", ""],
	["ls none", ""],
	["mkdir -p a/b/c", ""],
	["mkfifo p q", ""],
	["mv none there", ""],
	["od -c", "a\tb\n"],
	["printf %s-%03d\\n a 5 b 6", ""],
	["rm -f none", ""],
	["rmdir none", ""],
	["seq -s , 1 3 14", ""],
	[
		"sh",
		"for i in 1 2 3; do echo $((i * i)); done; case x in x) echo yes;; esac; f() { return 3; }; f; echo $?\n",
	],
	["sh", "echo $(echo inner | while read x; do echo <$x>; done); trap 'echo bye' EXIT; exit 4\n"],
	["sleep 0", ""],
	["sort -n -r", "3\n20\n100\n"],
	["tail -n 2", "1\n2\n3\n"],
	["tail -c 4", "abcdef"],
	["tee a b", "copied\n"],
	["test 3 -lt 20", ""],
	["touch a b", ""],
	["tr a-c A-C", "aabbccdd\n"],
	["true", ""],
	["uniq -c", "a\na\nb\n"],
	["wc", "one two\nthree\n"],
];

const FOLDERS: readonly (readonly [folder: string, rule: Rule])[] = [
	["computer/programs", "same"],
	["machine/programs", "same"],
	["machine/libc/programs", "same"],
	["explain/programs", "stuck-too"],
	["app/playground/examples", "some-order"],
];

/** Programs whose system calls differ for a reason that is known; their output and end are compared all the same. */
export const KNOWN: Readonly<Record<string, string>> = {
	"computer/programs/dir-04-walk.c": "glibc's nftw makes its streams of descriptors that it opened itself",
	"computer/programs/dir-05-at.c":
		"flags that there are not are refused by the library here, by the kernel there",
	"computer/programs/dir-06-glob.c": "glibc's glob opens directories in another order",
	"computer/programs/dir-07-fts.c":
		"glibc's fts asks for the files in the order of the directory, which is the file system's own",
	"computer/programs/fd-09-bad-descriptors.c": "glibc's fstat refuses a negative descriptor by itself",
	"computer/programs/fd-18-room.c":
		"fallocate, readahead, syncfs and setfsuid are calls of their own there; the library answers here",
	"computer/programs/pc-01-proc.c": "there are more files in /proc there",
	"computer/programs/pc-02-memory.c": "/proc/PID/maps is longer there, so it takes more reads",
	"computer/programs/pr-33-spawn.c": "glibc's posix_spawn asks for the action of every signal",
	"computer/programs/pr-35-syscall.c":
		"the library makes each call by the number that glibc's functions use today",
	"computer/programs/ref-08-paths.c":
		"flags that there are not are refused by the library here, by the kernel there",
	"computer/programs/ref-12-manual.c":
		"flags that there are not are refused by the library here, by the kernel there",
	"computer/programs/st-03-perror.c":
		"standard error is a socket there, which perror opens for both ways; a pipe here, which it cannot",
	"computer/programs/st-05-streams.c": "glibc's tmpfile asks for a file without a name (O_TMPFILE)",
	"computer/programs/st-06-wide.c": "glibc's streams of wide characters write and seek at other moments",
	"computer/programs/st-10-wide-locales.c":
		"glibc's streams of wide characters write and seek at other moments",
	"computer/programs/st-14-statx.c":
		"statx is made of fstatat, and flags that there are not are refused by the library here",
	"computer/programs/tm-04-file-times.c":
		"flags that there are not are refused by the library here, by the kernel there",
	"computer/programs/us-03-sticky.c": "glibc's eaccess looks at owner and mode by itself",
	"computer/programs/us-04-set-user-id.c":
		"glibc looks whether descriptors 0 to 2 are open when a program lends its owner's rights",
	"machine/libc/programs/argz.c":
		"the library makes its random numbers of the time and the pid; glibc asks the kernel",
	"machine/libc/programs/encodings.c": "glibc's iconv loads a library for each encoding",
	"machine/libc/programs/letters.c":
		"the library makes its random numbers of the time and the pid; glibc asks the kernel",
	"machine/libc/programs/services.c": "glibc asks a daemon for names (nscd) before it reads the files",
	"machine/libc/programs/sysconf_all.c": "glibc reads in /sys and /proc how many processors there are",
};

/** Programs that are not compared. */
const LEFT_OUT: ReadonlySet<string> = new Set([
	// It writes without end: other limits stop it there than here.
	"app/playground/examples/never-ends.c",
	"explain/programs/scanf-at-the-end.c",
	// It runs /bin/sort, which stands beside no program here.
	"explain/programs/popen-not-closed.c",
	// It calls functions that it does not declare: cc has to know them, and is told here to know none.
	"machine/programs/undeclared.c",
]);

/** All of them, in the order of their names. */
export function specimens(): Specimen[] {
	const folders = FOLDERS.flatMap(([folder, rule]) => fromFolder(folder, rule));
	return [...folders, ...COMMANDS.map(fromUserland), ...lessons()].filter(
		({ asRoot = false, name }) => !LEFT_OUT.has(name) && (!asRoot || process.getuid?.() === 0),
	);
}

function fromFolder(folder: string, rule: Rule): Specimen[] {
	const path = join(SRC, folder);
	const read = (name: string) => ({ path: name, text: readFileSync(join(path, name), "utf8") });
	const names = readdirSync(path).sort();
	const headers = names.filter((name) => name.endsWith(".h")).map(read);
	return names
		.filter((name) => name.endsWith(".c"))
		.map((name) => ({
			name: `${folder}/${name}`,
			rule,
			programs: [{ name: basename(name, ".c"), files: [read(name), ...headers] }],
			stdin: stdinOf(read(name).text),
			asRoot: read(name).text.split("*/")[0]?.includes("as root") ?? false,
		}));
}

function fromUserland([command, stdin]: (typeof COMMANDS)[number]): Specimen {
	const [name = "", ...args] = command.split(" ");
	const folder = join(SRC, "userland/bin");
	const headers = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".h"))
		.map((path) => ({ path: `bin/${path}`, text: readFileSync(join(folder, path), "utf8") }));
	const { include, files: sources } = programSource(name);
	const programs = [{ name, files: [...sources, ...headers], include: include ?? (() => undefined) }];
	return { name: `userland/bin: ${command}`, rule: "same", programs, stdin, args };
}

/** The text after `stdin:` in a program's first comment, with \n spelled out. */
function stdinOf(text: string): string {
	return (/^\/\*.*?stdin: (.*?) \*\//.exec(text)?.[1] ?? "").replaceAll("\\n", "\n");
}

function lessons(): Specimen[] {
	const folder = join(SRC, "lessons/book");
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
		/\.(md|c|h)$/.test(path),
	);
	const files = new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
	return [...readBook(files).lessons].flatMap(([id, read]) =>
		specimensOf(read).map(({ name, programs }) => ({
			name: `${relative(SRC, folder)}/${id} (${name})`,
			rule: "some-order" as const,
			programs: programs.map((program) => ({
				name: program.name,
				files: program.files.map(({ path, text }) => ({ path: path.replace(`${dirname(path)}/`, ""), text })),
			})),
			stdin: "",
		})),
	);
}
