// The second door of the room `explain`: a rule by its name, its sentence, its man page, what Linux does otherwise.
import { ruleOf as kernelRule, type Rule, type RuleId, rules } from "../kernel/rules.ts";

export interface RuleText extends Rule {
	readonly id: RuleId;
}

/** The rule's text, or null when no rule has that name. */
export function ruleOf(id: string): RuleText | null {
	return isRule(id) ? { id, ...kernelRule(id) } : null;
}

export function isRule(id: string): id is RuleId {
	return Object.hasOwn(rules, id);
}

/** All names, in the order of the table. */
export const ruleIds = Object.keys(rules) as readonly RuleId[];

/** Where a manual's page can be read: `pipe(7)` on the web, the one of the textbook's mailbox in the reference. */
export function manAddress(page: string): string {
	if (page === "mailbox(7)") return "#/reference/mailbox.7";
	const [, name = page, section = "2"] = /^(.+)\((\d)\)$/.exec(page) ?? [];
	return `https://man7.org/linux/man-pages/man${section}/${name}.${section}.html`;
}
