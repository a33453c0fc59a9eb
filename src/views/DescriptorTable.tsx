// The descriptor table: numbers in order as sockets; pointing at one lights all it leads to.
import { useState } from "react";
import { usePoint } from "./attention.tsx";
import type { Box, CardLayout } from "./pictures/layout.ts";
import type { DescriptorPicture } from "./pictures/sockets.ts";
import type { ProcessPicture } from "./pictures/stage.ts";
import { rem } from "./place.ts";

interface DescriptorTableProps {
	readonly process: ProcessPicture;
	readonly card: CardLayout;
	readonly lit: string;
}

export function DescriptorTable({ process, card, lit }: DescriptorTableProps) {
	const [told, tell] = useState<DescriptorPicture | null>(null);
	const point = usePoint();
	const show = (each: DescriptorPicture | null): void => {
		tell(each);
		if (each === null) point();
		else point({ key: each.key, line: each.line === null ? null : { file: null, line: each.line } });
	};
	const lines = lit.split(" ");
	const inCard = (box: Box) => ({
		left: rem(box.x - card.box.x - 1.5),
		top: rem(box.y - card.box.y - 1.5),
		width: rem(box.w),
		height: rem(box.h),
	});
	return (
		<ul className="sockets" aria-label={`Descriptors of ${process.identity.name}`}>
			{process.descriptors.map((each) => {
				const box = card.sockets.get(each.fd);
				if (box === undefined) return null;
				const kind = `${each.openFile === null ? "free" : each.object === "terminal" ? "common" : "object"}`;
				return (
					<li key={each.fd} style={inCard(box)}>
						<button
							type="button"
							className={`socket ${kind} ${each.change ?? ""}${lines.includes(each.key) ? " lit" : ""}`}
							onPointerEnter={() => show(each)}
							onPointerLeave={() => show(null)}
							onFocus={() => show(each)}
							onBlur={() => show(null)}
							aria-label={each.story}
						>
							{each.fd}
						</button>
					</li>
				);
			})}
			{card.moreSockets !== null && (
				<li className="more-sockets" style={inCard(card.moreSockets)} title={`and ${process.more} more`}>
					<span>+{process.more}</span>
				</li>
			)}
			{told !== null && (
				<li className="story" aria-hidden="true">
					{told.story}
				</li>
			)}
		</ul>
	);
}
