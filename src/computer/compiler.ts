// The second door of the room `computer`: building programs from C. It brings the compiler along.

import "./further.ts";
import "./watched-heap.ts";

export { build, formatDiagnostics } from "./build.ts";
