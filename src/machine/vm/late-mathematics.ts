// What the door `further.ts` brings of <math.h>.

import * as bessel from "./bessel.ts";
import * as fdlibm from "./fdlibm.ts";
import * as gamma from "./gamma.ts";
import * as mathematics from "./mathematics.ts";
import { bringMathematics } from "./natives.ts";

const { horner: _, polynomial: __, ...steps } = fdlibm;

bringMathematics({ ...steps, ...mathematics, ...gamma, ...bessel });
