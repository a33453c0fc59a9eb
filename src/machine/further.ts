// A further door of the room `machine`: the functions of <math.h> that few programs call.
import "./vm/late-mathematics.ts";
