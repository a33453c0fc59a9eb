// What the door `further.ts` brings of <math.h>.

import * as fdlibm from "./fdlibm.ts";
import * as mathematics from "./mathematics.ts";
import { bringMathematics } from "./natives.ts";

bringMathematics({ ...fdlibm, ...mathematics });
