// Which page the address names. Back and Forward go from page to page; steps of a lesson replace each other.
import { chapters, lessons } from "virtual:book";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import {
	type Address,
	formatAddress,
	type LessonAddress,
	parseAddress,
	type Session,
} from "../session/index.ts";
import { useSession } from "../views/index.ts";
import { ComingLesson, LessonPage } from "./LessonPage.tsx";
import { Masthead } from "./Masthead.tsx";
import { MissingPage } from "./MissingPage.tsx";
import { useTheme } from "./theme.ts";

const ContentsPage = lazy(() =>
	import("./ContentsPage.tsx").then((module) => ({ default: module.ContentsPage })),
);

const PlaygroundPage = lazy(() =>
	import("./playground/PlaygroundPage.tsx").then((module) => ({ default: module.PlaygroundPage })),
);

const TerminalPage = lazy(() =>
	import("./terminal/TerminalPage.tsx").then((module) => ({ default: module.TerminalPage })),
);

const ReferencePage = lazy(() =>
	import("./reference/ReferencePage.tsx").then((module) => ({ default: module.ReferencePage })),
);

const ReviewPage = lazy(() =>
	import("./review/ReviewPage.tsx").then((module) => ({ default: module.ReviewPage })),
);

/** Comes where nothing can be kept. */
const Forgetful = lazy(() => import("./Forgetful.tsx").then((module) => ({ default: module.Forgetful })));

type LessonLoader = (typeof lessons)[string];

export function App({ session }: { session: Session }) {
	const address = useAddress(session);
	const remembers = useSession((state) => state.remembers);
	const theme = useTheme();
	const page = pageOf(address);
	return (
		<>
			{!remembers && (
				<Suspense>
					<Forgetful />
				</Suspense>
			)}
			<Masthead lesson={page.kind === "lesson" ? page.address.id : null} chapters={chapters} theme={theme} />
			{page.kind === "contents" && (
				<Suspense>
					<ContentsPage chapters={chapters} />
				</Suspense>
			)}
			{page.kind === "playground" && (
				<Suspense fallback={<main className="playground" aria-busy="true" />}>
					<PlaygroundPage address={page.address} />
				</Suspense>
			)}
			{page.kind === "terminal" && (
				<Suspense fallback={<main className="playground" aria-busy="true" />}>
					<TerminalPage address={page.address} />
				</Suspense>
			)}
			{page.kind === "review" && (
				<Suspense fallback={<main className="contents" aria-busy="true" />}>
					<ReviewPage />
				</Suspense>
			)}
			{page.kind === "reference" && (
				<Suspense fallback={<main className="contents" aria-busy="true" />}>
					<ReferencePage entry={page.entry} chapters={chapters} />
				</Suspense>
			)}
			{page.kind === "lesson" && (
				<OpenLesson key={page.address.id} session={session} address={page.address} />
			)}
			{page.kind === "missing" && <MissingPage text={page.text} why={page.why} lesson={page.lesson} />}
		</>
	);
}

type Page =
	| { readonly kind: "contents" | "review" }
	| { readonly kind: "playground" | "terminal"; readonly address: { readonly query: string } }
	| { readonly kind: "reference"; readonly entry: string | null }
	| { readonly kind: "lesson"; readonly address: LessonAddress }
	| { readonly kind: "missing"; readonly text: string; readonly why: string; readonly lesson: string | null };

function pageOf(address: Address): Page {
	if (address.page === "contents" || address.page === "review") return { kind: address.page };
	if (address.page === "playground" || address.page === "terminal") return { kind: address.page, address };
	if (address.page === "reference") return { kind: "reference", entry: address.entry };
	if (address.page === "mangled") {
		const lesson = address.lesson !== null && address.lesson in lessons ? address.lesson : null;
		return { kind: "missing", text: address.text, why: address.why, lesson };
	}
	if (address.id in lessons) return { kind: "lesson", address };
	const why = "There is no such lesson in this book.";
	return { kind: "missing", text: `/${address.id}`, why, lesson: null };
}

/** Milliseconds after the last step at which the address is changed: each change costs the browser more than a step. */
const ADDRESS_REST = 250;

/** The address of the page, and the session's changes written back to it. */
function useAddress(session: Session): Address {
	const [address, setAddress] = useState(() => parseAddress(location.hash));
	/** The hash last read or written here: where the bar has another, somebody goes there and the event is on its way. */
	const known = useRef(location.hash);
	useEffect(() => {
		const read = (): void => {
			known.current = location.hash;
			setAddress(parseAddress(location.hash));
		};
		window.addEventListener("hashchange", read);
		return () => window.removeEventListener("hashchange", read);
	}, []);
	useEffect(() => {
		let waiting: ReturnType<typeof setTimeout> | undefined;
		const write = (): void => {
			const own = session.address();
			if (own === null || own.step === null) return;
			const hash = formatAddress(own);
			if (location.hash !== known.current || location.hash === hash) return;
			if (!location.hash.startsWith(`#/${own.id}`)) return;
			history.replaceState(null, "", hash);
			known.current = location.hash;
		};
		const stop = session.store.subscribe((now, before) => {
			if (now.scene === before.scene && now.knobs === before.knobs && now.run === before.run) return;
			clearTimeout(waiting);
			waiting = setTimeout(write, ADDRESS_REST);
		});
		const leave = (): void => {
			write();
			session.flush();
		};
		window.addEventListener("pagehide", leave);
		return () => {
			stop();
			clearTimeout(waiting);
			window.removeEventListener("pagehide", leave);
		};
	}, [session]);
	return address;
}

function OpenLesson({ session, address }: { session: Session; address: LessonAddress }) {
	const [loaded, setLoaded] = useState<Awaited<ReturnType<LessonLoader>> | null>(null);
	const [failed, setFailed] = useState(false);
	useEffect(() => {
		let wanted = true;
		lessons[address.id]?.().then(
			(module) => wanted && setLoaded(module),
			() => wanted && setFailed(true),
		);
		return () => {
			wanted = false;
		};
	}, [address.id]);
	useEffect(() => {
		if (loaded !== null) session.actions.open(loaded.lesson, loaded.programs, address);
		return () => session.actions.close();
	}, [session, loaded, address]);
	if (failed)
		return (
			<MissingPage text={address.id} why="It could not be loaded. Are you still online?" lesson={null} />
		);
	return loaded === null ? (
		<ComingLesson lesson={chapters.flatMap((each) => each.lessons).find(({ id }) => id === address.id)} />
	) : (
		<LessonPage lesson={loaded.lesson} />
	);
}
