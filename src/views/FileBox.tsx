// A file: its bytes in order, and above them where each open file description will read or write next.
import { memo } from "react";
import { OpenFile } from "./OpenFile.tsx";
import type { FileLayout } from "./pictures/layout.ts";
import type { FilePicture, OpenFilePicture } from "./pictures/stage.ts";
import { boxStyle } from "./place.ts";

interface FileBoxProps {
	readonly file: FilePicture;
	readonly layout: FileLayout;
	readonly openFiles: readonly OpenFilePicture[];
	readonly lit: ReadonlySet<string>;
}

export const FileBox = memo(function FileBox({ file, layout, openFiles, lit }: FileBoxProps) {
	const offsets = new Map(file.offsets.map(({ openFile, offset }) => [offset, openFile]));
	return (
		<>
			{layout.plugs.map(({ openFile, plug }) => (
				<OpenFile
					key={openFile}
					openFile={openFiles.find(({ id }) => id === openFile)}
					layout={plug}
					lit={lit.has(plug.key)}
				/>
			))}
			<div className="file" style={boxStyle(layout.box)} role="img" aria-label={`${file.name}: ${file.size}`}>
				<p className="title">
					{file.name} <span>{file.size}</span>
				</p>
				<p className="file-bytes">
					{file.labels.map((label, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a byte of a file is its place
						<span key={index} className={offsets.has(index) ? "here" : ""}>
							{label}
						</span>
					))}
					{file.more > 0 && <em>and {file.more} more</em>}
				</p>
			</div>
		</>
	);
});
