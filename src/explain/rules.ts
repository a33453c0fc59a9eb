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
