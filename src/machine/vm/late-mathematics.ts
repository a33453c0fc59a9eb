// What the door `further.ts` brings of <math.h>.

import * as rounded from "./mathematics.ts";
import { bringMathematics } from "./natives.ts";

bringMathematics({
	acosh: Math.acosh,
	asinh: Math.asinh,
	atanh: Math.atanh,
	cbrt: Math.cbrt,
	cosh: Math.cosh,
	expm1: Math.expm1,
	log1p: Math.log1p,
	sinh: Math.sinh,
	tanh: Math.tanh,
	...rounded,
});
