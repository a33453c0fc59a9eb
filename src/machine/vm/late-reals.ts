// What the door `further.ts` brings of real numbers.

import { floating, loadDouble } from "./floating.ts";
import { formatDouble } from "./format.ts";
import { realNatives } from "./real-natives.ts";
import { bringReals } from "./reals.ts";

bringReals({ floating, formatDouble, loadDouble, natives: realNatives });
