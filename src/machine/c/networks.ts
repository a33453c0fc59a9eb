// Sockets of the network, which no computer here has: named where the program asks for one. See socket(2), address_families(7).

import type { Parser } from "./parser.ts";
import type { Expression, FunctionSymbol } from "./tree.ts";

const FAMILIES: { readonly [number: string]: string } = {
	2: "AF_INET",
	10: "AF_INET6",
	16: "AF_NETLINK",
	17: "AF_PACKET",
};

/** Warns of `socket(AF_INET, …)` and its like. */
export function warnOfNetwork(
	p: Parser,
	{ name, defined }: FunctionSymbol,
	[domain]: readonly Expression[],
): void {
	if (name !== "socket" || defined || domain?.kind !== "integer") return;
	const family = FAMILIES[String(domain.value)];
	if (family === undefined) return;
	p.reporter.lacks(
		`'${family}' is not supported on this computer, which has no network: socket fails with EAFNOSUPPORT`,
		domain.place,
	);
}
