// Rules that no program of the reference shows, and why.

const STOPPED = "The signal stops the process in the very call: the terminal shows it.";

/** By rule: one sentence for the reader. */
export const NOT_SHOWN: { readonly [rule: string]: string } = {
	"file.write.disk-full": "It takes a program that fills the whole disk.",
	"process.exec.being-written": "It takes a program that somebody writes while another wants to run it.",
	"queue.directory.only-queues": "It takes a program that makes a directory in /dev/mqueue.",
	"queue.notify.thread": "It takes a program that asks for a thread.",
	"system-v.get.too-many": "It takes thousands of queues.",
	"machine.reboot.starts-anew": "It takes a machine that one may start anew: turn the knob in lesson 4.4.",
	"fcntl.call.no-owner": "It takes a program that asks for SIGIO.",
	"open-file.flags.no-sigio": "It takes a program that asks for SIGIO.",
	"time.timer.thread": "It takes a program that asks for a thread.",
	"machine.reboot.bad-command": "A program that asks for this is not run on Linux to see.",
	"mailbox.remove.not-maker": "It takes two users who know the same mailbox.",
	"mailbox.send.handed": "It takes a receiver that waits when the letter comes.",
	"mailbox.use.not-a-box": "It takes a program that gives the call another descriptor.",
	"mailbox.use.not-bytes": "It takes a program that reads a mailbox as a file.",
	"signal.return.no-frame": "Only a program that calls sigreturn by itself comes here.",
	"terminal.change.background": STOPPED,
	"terminal.read.background": STOPPED,
	"terminal.write.background": STOPPED,
	"terminal.read.bytes": "It takes a person who types: sit down at the terminal.",
	"terminal.change.background-refused": "It takes a session whose shell has gone.",
	"terminal.group.not-ours": "It takes a second terminal.",
};
