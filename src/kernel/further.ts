// A further door of the room `kernel`: what few programs need, for whoever runs programs that do.

import { bringLate } from "./late.ts";
import * as calls from "./late-calls.ts";

bringLate(calls);
