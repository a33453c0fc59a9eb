// Starting the machine anew: who may, what is left, and that the kernel's laws hold after it.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import { type Actor, ascii, world } from "./world.ts";

const { SIGUSR1 } = C.signals;

function root(): Actor {
	const actor = world().process();
	for (const field of ["uid", "euid", "suid"] as const)
		actor.world.kernel.journal.set(actor.process, field, 0);
	return actor;
}

function reboot(p: Actor, command = C.RB_AUTOBOOT) {
	return p.ask({ name: "reboot", command });
}

test("asks for root first, and then for a command", () => {
	expect(reboot(world().process(), 1)).toBe("EPERM");
	expect(reboot(root(), 1)).toBe("EINVAL");
});

describe("leaves", () => {
	test("of queues and boxes nothing, of a FIFO its name", () => {
		const p = root();
		const attributes = { messages: 2, size: 8 };
		p.ask({ name: "mq_open", path: "/q", flags: C.O_CREAT | C.O_RDWR, mode: 0o600, attributes });
		p.ask({ name: "mq_send", fd: 3, bytes: ascii("a"), priority: 0, until: null });
		p.ask({ name: "mailbox_open", path: "/box", capacity: 2 });
		p.ask({ name: "mailbox_send", fd: 4, bytes: ascii("b") });
		p.ask({ name: "msgget", key: 7, flags: C.IPC_CREAT | 0o600 });
		p.ask({ name: "mknod", path: "fifo", mode: 0o010600 });
		p.open("fifo", C.O_RDWR);
		p.write(5, "c");
		expect(reboot(p)).toBe("replaced");
		expect(p.rule).toBe("machine.reboot.starts-anew");
		const { pipes, queues } = p.world.kernel.state;
		expect([Object.keys(queues), Object.keys(pipes)]).toEqual([[], []]);
		expect(p.ask({ name: "mq_open", path: "/q", flags: C.O_RDWR, mode: 0, attributes: null })).toBe("ENOENT");
		expect(p.open("fifo", C.O_RDONLY | C.O_NONBLOCK)).toBe(3);
		expect(p.read(3, 8)).toBe("");
	});

	test("of the processes the caller, as it was when it began", () => {
		const p = root();
		const asleep = p.fork();
		const zombie = p.fork();
		const grandchild = asleep.fork();
		p.newPipe();
		p.handle(SIGUSR1);
		p.block(SIGUSR1);
		zombie.exit(3);
		asleep.read(0, 1);
		expect(reboot(p)).toBe("replaced");
		expect([asleep.state, zombie.state, grandchild.state, p.state]).toEqual([
			"gone",
			"gone",
			"gone",
			"ready",
		]);
		expect(Object.keys(p.process.descriptors)).toEqual(["0", "1", "2"]);
		const { blocked, dispositions, pending } = p.process.signals;
		expect([blocked, dispositions, pending]).toEqual([[], {}, []]);
		expect(p.process.children).toEqual([]);
		expect(p.wait()).toBe("ECHILD");
	});

	test("the first program, whoever asks", () => {
		const first = root();
		const child = first.fork();
		expect(reboot(child)).toBe("replaced");
		expect([first.state, child.process.program]).toEqual(["gone", "test"]);
	});
});
