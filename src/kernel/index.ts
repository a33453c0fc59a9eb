// The room `kernel`: what an operating system remembers and decides.
export * from "./state.ts";
