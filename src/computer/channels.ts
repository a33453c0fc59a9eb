// A further door of the room `computer`: the calls of message queues and sockets, for programs that make them.
import "../kernel/channels.ts";
import { bringBindings } from "./abi.ts";
import { queueBindings } from "./queue-calls.ts";
import { socketBindings } from "./socket-calls.ts";

bringBindings({ ...queueBindings, ...socketBindings });
