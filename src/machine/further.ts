// A further door of the room `machine`: real numbers, which few programs compute with.

export { computesReals } from "./code/real-code.ts";

import "./vm/late-reals.ts";
