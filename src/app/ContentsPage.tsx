// The contents: every lesson with its question (once it is read, with its idea), and how far the reader has come.
import { useEffect } from "react";
import type { Chapter, LessonRef } from "../lessons/index.ts";
import { Icon, useSession } from "../views/index.ts";
import "../views/css/contents.css";

export function ContentsPage({ chapters }: { chapters: readonly Chapter[] }) {
	useEffect(() => {
		document.title = "Interprocess";
	}, []);
	return (
		<main className="contents" id="main" tabIndex={-1}>
			<h1>How processes talk to each other</h1>
			<p className="lead">
				A textbook that runs. Every page holds real C programs and the operating system they talk to. Step
				forward and back, say what will happen before you see it, break the program, and repair it.
			</p>
			{chapters.map((chapter) => (
				<section key={chapter.number} className="chapter" aria-labelledby={`chapter-${chapter.number}`}>
					<h2 id={`chapter-${chapter.number}`}>
						<span className="number">{chapter.number}</span>
						{chapter.title}
					</h2>
					<ol>
						{chapter.lessons.map((lesson) => (
							<LessonEntry key={lesson.id} lesson={lesson} />
						))}
					</ol>
				</section>
			))}
			<ReviewLine />
			<p className="own-program">
				A program of your own that hangs? <a href="#/playground">Paste it into the playground</a> and see who
				waits for what, since which line, and why nobody comes. Or sit down{" "}
				<a href="#/terminal">at the computer's terminal</a>, type <code>yes | head -3</code>, and watch{" "}
				<code>yes</code> die. Every system call and every rule has a page in{" "}
				<a href="#/reference">the reference</a>.
			</p>
			<p className="colophon">
				The programs are plain C: the same files compile with <code>cc</code> on Linux. What you see is
				computed in your browser by a simulated computer that answers as Linux does. What you have read and
				answered is kept in this browser and nowhere else.
			</p>
		</main>
	);
}

/** The way to the review. */
function ReviewLine() {
	const begun = useSession(({ progress }) =>
		Object.values(progress.lessons).some(({ answers }) => Object.keys(answers).length > 0),
	);
	if (!begun) {
		return (
			<p className="own-program">
				Questions that you answer come back in <a href="#/review">the review</a>.
			</p>
		);
	}
	return (
		<p className="own-program">
			<a href="#/review">Review what you have read</a>: five questions from all your lessons, first those
			where you were sure and wrong.
		</p>
	);
}

function LessonEntry({ lesson }: { lesson: LessonRef }) {
	const progress = useSession((state) => state.progress.lessons[lesson.id]);
	const begun = progress !== undefined && (progress.step > 0 || Object.keys(progress.answers).length > 0);
	return (
		<li>
			<a href={`#/${lesson.id}`}>
				<span className="number">{lesson.number}</span>
				<span className="title">{lesson.title}</span>
				<span className="minutes">
					{progress?.done === true ? (
						<span className="state">
							<Icon name="check" />
							done
						</span>
					) : (
						`${begun ? "begun · " : ""}${lesson.minutes} min`
					)}
				</span>
				<span className="idea">{progress?.done === true ? lesson.idea : lesson.question}</span>
			</a>
		</li>
	);
}
