// What the compiler's door brings of translation, see hot-code.ts.

import { bringHotCode } from "../hot-code.ts";
import { hotCode } from "./hot-functions.ts";

bringHotCode(hotCode);
