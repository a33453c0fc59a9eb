// Sockets as pictures: what is on its way in each direction, who holds which end, stamps, listeners with their queue.
import { describe, expect, test } from "vitest";
import { build } from "../../computer/compiler.ts";
import { defaultOptions, start } from "../../computer/index.ts";
import { changesOf } from "./changes.ts";
import type { ChannelPicture, DeskPicture, PairPicture } from "./channels.ts";
import { channelPictures, channelText } from "./channels.ts";

const HEAD = `#define _GNU_SOURCE
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
static struct sockaddr_un desk = {AF_UNIX, "desk"};
static int on = 1;
`;

/** The pictures at the end of main, where it stands in pause; of the lesson's small sizes. */
function picturesOf(main: string): readonly ChannelPicture[] {
	const text = `${HEAD}int main(void)\n{\n\tint pair[2];\n\t(void)pair;\n${main}\n\tpause();\n}\n`;
	const { software } = build([{ name: "main", files: [{ path: "main.c", text }] }], defaultOptions("lesson"));
	if (software === null) throw new Error(text);
	const computer = start(software, {
		...defaultOptions("lesson"),
		terminal: { stdout: false, stderr: false },
	});
	while (computer.advance(10_000).steps > 0);
	return channelPictures(computer.kernel.state, changesOf([]));
}

describe("a pair", () => {
	const [channel] = picturesOf(`
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	write(pair[0], "ab", 2);
	write(pair[0], "c", 1);
	write(pair[1], "XYZ", 3);
	close(dup(pair[0]));
	shutdown(pair[1], SHUT_WR);`);
	const pair = channel as PairPicture;

	test("has the bytes of both directions, in the order in which they were sent", () => {
		const labels = (belt: PairPicture["toLeft"]) => belt.letters.map((letter) => letter.labels.join(""));
		expect(labels(pair.toRight)).toEqual(["ab", "c"]);
		expect(labels(pair.toLeft)).toEqual(["XYZ"]);
		expect(pair.toRight.level).toBe("3 of 16 bytes");
	});

	test("says who holds which end, and whom the kernel vouches for at the other", () => {
		expect(pair.left.holders).toEqual([{ pid: 2, fds: [3] }]);
		expect(pair.right?.holders).toEqual([{ pid: 2, fds: [4] }]);
		expect(pair.left.peer).toBe("pid 2, user 1000");
	});

	test("shows which direction has ended", () => {
		expect(pair.toLeft.ended).toBe("shut");
		expect(pair.toRight.ended).toBe(null);
	});

	test("is told in words", () => {
		expect(channelText(pair)).toBe(
			"socket 1 and socket 2, connected: to socket 2 3 of 16 bytes; to socket 1 3 of 16 bytes",
		);
	});
});

test("a pair whose other end is gone", () => {
	const [channel] = picturesOf(`
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	write(pair[1], "last", 4);
	close(pair[1]);`);
	const pair = channel as PairPicture;
	expect(pair.right).toBe(null);
	expect(pair.toRight.ended).toBe("nobody reads");
	expect(pair.toLeft.letters[0]?.labels.join("")).toBe("last");
	expect(pair.toLeft.ended).toBe("closed");
});

test("messages have bounds, a stamp where one was asked for, and what is enclosed", () => {
	const [channel] = picturesOf(`
	socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
	setsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
	char room[CMSG_SPACE(sizeof(int))];
	struct iovec part = {"key", 3};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
	struct cmsghdr *control = CMSG_FIRSTHDR(&message);
	control->cmsg_level = SOL_SOCKET;
	control->cmsg_type = SCM_RIGHTS;
	control->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(control), &pair[0], sizeof(int));
	sendmsg(pair[0], &message, 0);
	send(pair[0], "", 0, 0);`);
	const pair = channel as PairPicture;
	expect(pair.toRight.level).toBe("2 messages, 3 of 16 bytes");
	expect(pair.toRight.letters).toMatchObject([
		{ labels: ["k", "e", "y"], stamp: "pid 2, user 1000", enclosed: ["socket 1"] },
		{ labels: [], stamp: "pid 2, user 1000", enclosed: [] },
	]);
	expect(pair.left.travelling).toBe(true);
});

test("a listener has its name, its places, and who waits with what was sent early", () => {
	const all = picturesOf(`
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);
	bind(listener, (struct sockaddr *)&desk, sizeof desk);
	listen(listener, 1);
	int client = socket(AF_UNIX, SOCK_STREAM, 0);
	connect(client, (struct sockaddr *)&desk, sizeof desk);
	write(client, "early", 5);`);
	const listener = all[0] as DeskPicture;
	expect(listener.kind).toBe("desk");
	expect(listener.end).toMatchObject({ title: "socket desk", note: "listens" });
	expect(listener.level).toBe("1 of 2 places taken");
	expect(listener.waiting).toMatchObject([{ pid: 2, bytes: "5 bytes" }]);
	const connection = all[1] as PairPicture;
	expect(connection.right?.note).toBe("waits for accept");
});

test("a mailbox has the messages of whoever sends to it", () => {
	const all = picturesOf(`
	int box = socket(AF_UNIX, SOCK_DGRAM, 0);
	bind(box, (struct sockaddr *)&desk, sizeof desk);
	int sender = socket(AF_UNIX, SOCK_DGRAM, 0);
	sendto(sender, "hi", 2, 0, (struct sockaddr *)&desk, sizeof desk);`);
	const box = all[0] as DeskPicture;
	expect(box.letters?.letters.map(({ labels }) => labels.join(""))).toEqual(["hi"]);
	expect(box.level).toBe("1 of 4 places taken");
});
