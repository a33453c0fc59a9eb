// In the place of the stage: what the compiler says of a program, in its own form.
import { formatDiagnostic } from "../base/index.ts";
import { useActions, useSession } from "../views/index.ts";

export function Broken() {
	const diagnostics = useSession((state) => state.diagnostics);
	const programs = useSession((state) => state.programs);
	const { resetKnobs } = useActions();
	const text = (file: string): string | undefined =>
		programs.flatMap(({ files }) => files).find(({ path }) => path === file)?.text;
	return (
		<div className="broken" role="alert">
			<p>This program does not compile:</p>
			<pre>{diagnostics.map((one) => formatDiagnostic(one, text)).join("\n\n")}</pre>
			<button type="button" className="button" onClick={resetKnobs}>
				As the lesson has it
			</button>
		</div>
	);
}
