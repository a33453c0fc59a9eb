// Below the lanes, behind a switch: what lies on the disk, which stays when every process has gone.
import { useState } from "react";
import type { Scene } from "../session/index.ts";
import { type DiskPicture, diskPicture, diskText } from "./pictures/disk.ts";
import { LANE_LABELS } from "./pictures/lanes.ts";
import { rem } from "./place.ts";
import "./css/disk.css";

export function DiskView({ scene }: { scene: Scene }) {
	const [shown, show] = useState(true);
	return (
		<section className="disk" aria-label="The disk">
			<label style={{ width: rem(LANE_LABELS) }}>
				<input type="checkbox" checked={shown} onChange={() => show(!shown)} />
				the disk
			</label>
			{shown && <Listing picture={diskPicture(scene.kernel)} />}
		</section>
	);
}

function Listing({ picture }: { picture: DiskPicture }) {
	const { directory, files, pipes } = picture;
	return (
		<div className="disk-listing" role="img" aria-label={diskText(picture)}>
			{files.map(({ name, size, bytes, more, held }) => (
				<p key={name} className="disk-file">
					<b>{name}</b> <span>{size}</span> <code>{bytes.join("")}</code>
					{more && " …"} <i>{held}</i>
				</p>
			))}
			{files.length === 0 && <p>{directory}: no file</p>}
			{pipes !== null && <p>{pipes}</p>}
		</div>
	);
}
