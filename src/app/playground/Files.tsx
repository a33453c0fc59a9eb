// The files of a work as tabs: add, rename, remove. What cannot be done says why.
import { useState } from "react";
import type { LessonProgram } from "../../lessons/index.ts";
import { FILE_NAME, MOST, PROGRAM_NAME } from "../../session/playground.ts";
import { Icon } from "../../views/index.ts";

interface FilesProps {
	readonly programs: readonly LessonProgram[];
	readonly open: string;
	/** Files with errors. */
	readonly faulty: ReadonlySet<string>;
	readonly onOpen: (path: string) => void;
	readonly onChange: (programs: readonly LessonProgram[], open: string) => void;
	readonly onRemove: (path: string) => void;
}

export function Files({ programs, open, faulty, onOpen, onChange, onRemove }: FilesProps) {
	const [asks, ask] = useState<"add" | "program" | "rename" | null>(null);
	const [name, setName] = useState("");
	const [fault, setFault] = useState<string | null>(null);
	const paths = programs.flatMap(({ files }) => files.map(({ path }) => path));
	const own = programs.find(({ files }) => files.some(({ path }) => path === open));
	const begin = (what: typeof asks): void => {
		ask(what);
		setName(what === "rename" ? open : "");
		setFault(null);
	};
	const finish = (event: React.FormEvent): void => {
		event.preventDefault();
		const path = /\.[ch]$/.test(name.trim()) ? name.trim() : `${name.trim()}.c`;
		const wrong = whatIsWrong(
			path,
			asks === "rename" ? paths.filter((one) => one !== open) : paths,
			programs,
			asks,
		);
		setFault(wrong);
		if (wrong !== null) return;
		ask(null);
		if (asks === "rename") onChange(renamed(programs, open, path), path);
		else if (asks === "program") {
			const program = path.replace(/\.[ch]$/, "");
			const files = [{ path, text: NEW_PROGRAM }];
			onChange([...programs, { name: program, files }], path);
		} else {
			const added = (files: LessonProgram["files"]) => [...files, { path, text: "" }];
			onChange(
				programs.map((one) => (one === own ? { ...one, files: added(one.files) } : one)),
				path,
			);
		}
	};
	return (
		<div className="files">
			<div className="file-row">
				<ul className="file-tabs" aria-label="Files">
					{programs.map((program, index) =>
						program.files.map(({ path }) => (
							<li key={path}>
								<button
									type="button"
									aria-current={path === open ? "true" : undefined}
									onClick={() => onOpen(path)}
								>
									{path}
									{index > 0 && <span className="of">./{program.name}</span>}
									{faulty.has(path) && <span className="fault-sign">has errors</span>}
								</button>
							</li>
						)),
					)}
				</ul>
				<details className="file-menu" key={asks ?? open}>
					<summary className="button plain" aria-label="Add, rename or remove a file">
						<span aria-hidden="true">⋯</span>
					</summary>
					<div className="menu">
						<button type="button" className="button plain" onClick={() => begin("add")}>
							Add a file to {own?.name ?? "it"}
						</button>
						<button
							type="button"
							className="button plain"
							disabled={programs.length >= MOST.programs}
							onClick={() => begin("program")}
						>
							Add a program for exec
						</button>
						<button type="button" className="button plain" onClick={() => begin("rename")}>
							Rename {open}
						</button>
						<button
							type="button"
							className="button plain"
							disabled={paths.length < 2}
							onClick={() => onRemove(open)}
						>
							Remove {open}
						</button>
					</div>
				</details>
			</div>
			{asks !== null && (
				<form className="file-form" onSubmit={finish}>
					<label>
						{asks === "rename"
							? `New name of ${open}`
							: asks === "program"
								? "File of the program"
								: "Name of the file"}
						<input
							type="text"
							value={name}
							// biome-ignore lint/a11y/noAutofocus: the reader has just asked for this field
							autoFocus
							aria-invalid={fault !== null}
							aria-describedby={fault === null ? undefined : "file-fault"}
							onChange={(event) => setName(event.currentTarget.value)}
							onKeyDown={(event) => event.key === "Escape" && ask(null)}
						/>
					</label>
					<button type="submit" className="button">
						{asks === "rename" ? "Rename" : "Add"}
					</button>
					<button
						type="button"
						className="button plain"
						onClick={() => ask(null)}
						aria-label="Leave it as it is"
					>
						<Icon name="cross" />
					</button>
					{fault !== null && (
						<p id="file-fault" role="alert">
							{fault}
						</p>
					)}
				</form>
			)}
		</div>
	);
}

const NEW_PROGRAM = `#include <stdio.h>

int main(int argc, char *argv[])
{
	printf("%s was called with %d arguments\\n", argv[0], argc - 1);
	return 0;
}
`;

function whatIsWrong(
	path: string,
	taken: readonly string[],
	programs: readonly LessonProgram[],
	asks: string | null,
): string | null {
	if (!FILE_NAME.test(path)) return "A name has letters, digits, - and _, and ends in .c or .h.";
	if (taken.includes(path)) return `There is already a file ${path}.`;
	if (asks !== "program") return null;
	const name = path.replace(/\.c$/, "");
	if (!path.endsWith(".c") || !PROGRAM_NAME.test(name))
		return "A program begins with a file of C: its name ends in .c.";
	return programs.some((one) => one.name === name) ? `There is a program ${name} already.` : null;
}

function renamed(programs: readonly LessonProgram[], from: string, to: string): readonly LessonProgram[] {
	return programs.map((program) => ({
		...program,
		files: program.files.map((file) => (file.path === from ? { ...file, path: to } : file)),
	}));
}
