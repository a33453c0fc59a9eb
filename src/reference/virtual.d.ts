// What the plugin gives: what running told of the rules, and the works that show it.
declare module "virtual:reference" {
	export const reference: import("./reference.ts").Reference;
}

declare module "virtual:reference-works" {
	/** By the program's name, `p-05-end-of-file`. */
	export const works: { readonly [program: string]: import("../session/playground.ts").Work };
}
