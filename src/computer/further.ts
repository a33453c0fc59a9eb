// A further door of the room `computer`: the calls that few programs make, message queues and sockets among them.
import "../kernel/further.ts";

export { computesReals } from "../machine/further.ts";

import { bringBindings, bringHandlerRecords } from "./abi.ts";
import { descriptorBindings } from "./descriptor-calls.ts";
import { nameBindings } from "./name-calls.ts";
import { pollBindings } from "./poll-calls.ts";
import { queueBindings } from "./queue-calls.ts";
import { seldomBindings } from "./seldom-calls.ts";
import { seldomSignalBindings, signalRecords } from "./signal-records.ts";
import { socketBindings } from "./socket-calls.ts";
import { timerBindings } from "./timer-calls.ts";
import { userBindings } from "./user-calls.ts";

const brought = {
	...descriptorBindings,
	...nameBindings,
	...pollBindings,
	...queueBindings,
	...seldomBindings,
	...seldomSignalBindings,
	...socketBindings,
	...timerBindings,
	...userBindings,
};

/** The functions of C whose binding comes by this door: a page that runs a program with one of them imports it. */
export const lateFunctions: ReadonlySet<string> = new Set(Object.keys(brought));

bringBindings(brought);
bringHandlerRecords(signalRecords);
