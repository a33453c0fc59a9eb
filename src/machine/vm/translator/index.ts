// What the compiler's door brings of translation, see hot-code.ts.

import { bringTranslator } from "../hot-code.ts";
import { translate } from "./translate.ts";

bringTranslator(translate);
