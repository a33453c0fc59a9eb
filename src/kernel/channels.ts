// A further door of the room `kernel`: message queues and sockets, for whoever runs programs that use them.
import * as calls from "./channel-calls.ts";
import { bringChannels } from "./late.ts";

bringChannels(calls);
