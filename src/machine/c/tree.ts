// The typed tree that the parser makes of one translation unit and the code generator reads.
//
// Nothing is implicit in it. Values (`Expression`) and places (`LValue`) are different types; a value comes out of a
// place only by `load`, arrays and functions become pointers only by `address` and `function-address`, and every
// arithmetic conversion is a `cast`. Both operands of an operator already have the type that the operator needs.

import type { Span } from "../../base/index.ts";
import type { BitField, CType, FunctionType, Member } from "./types.ts";

// ---- objects and functions ----

/** One local variable, parameter or hidden temporary of a function; `id` is its index in `FunctionDefinition.locals`. */
export interface Local {
	readonly id: number;
	/** Hidden ones have no name in the program: the size of a variable length array, a temporary. */
	readonly name: string;
	readonly hidden: boolean;
	readonly parameter: boolean;
	/**
	 * Complete and never of variable length: a variable length array `a` is a hidden-typed local that holds a pointer to
	 * the elements (see the statement `allocate`).
	 */
	readonly type: CType;
	/** The type in the program's text; differs from `type` only for a variable length array. */
	readonly declared: CType;
	/** In bytes, at least `alignOf(type)`. */
	readonly align: number;
	readonly place: Span;
}

/** An object with static storage: a global, a static local, a string literal, a compound literal outside functions. */
export interface ObjectSymbol {
	readonly kind: "object";
	/** As written; `""` for string and compound literals. Unique only together with linkage (see below). */
	readonly name: string;
	/** The last composite of all declarations; complete when defined. Arrays of unknown length get theirs here. */
	type: CType;
	/** external: one object per program; internal: one per unit; none: static local or literal, only this record. */
	linkage: "external" | "internal" | "none";
	/** `tentative` (`int x;`) is a definition with zeros unless another of its unit follows; `declared` is `extern int x;`. */
	definition: "declared" | "tentative" | "defined";
	/** null: all zero. */
	data: StaticData | null;
	/** In bytes. */
	align: number;
	/** String literals and const objects: a write is a fault. */
	readOnly: boolean;
	threadLocal: boolean;
	/** As of a function. */
	weak?: boolean;
	label?: string;
	/** The function that a static local belongs to. */
	readonly within: string | null;
	/** Where it was declared first, and where it was defined: null until then. */
	readonly place: Span;
	definedAt: Span | null;
	/** Where the unit first mentions it; null when it does not. */
	firstUse: Span | null;
}

/**
 * An initial value: bytes (little-endian), zeros after them up to the type's size, and addresses to be filled in. Longer
 * than the type only when a flexible array member is initialised.
 */
export interface StaticData {
	readonly bytes: Uint8Array;
	readonly relocations: readonly Relocation[];
}

/** At `offset` in the object stands the 8-byte address of `symbol` plus `addend`. */
export interface Relocation {
	readonly offset: number;
	readonly symbol: ObjectSymbol | FunctionSymbol;
	readonly addend: number;
}

export interface FunctionSymbol {
	readonly kind: "function";
	readonly name: string;
	type: FunctionType;
	linkage: "external" | "internal";
	/** Whether this unit defines it. */
	defined: boolean;
	noreturn: boolean;
	/** Whether it was first declared by being called. */
	readonly implicit: boolean;
	/** The priority of a constructor, which runs before main, and of a destructor, which runs after it; else null. */
	beforeMain: number | null;
	afterMain: number | null;
	/** Whether another definition may replace its own, and whether its address is null when there is none. */
	weak?: boolean;
	/** The name by which it is linked, when `asm("…")` gives one. */
	label?: string;
	/** Where the unit first calls it or takes its address; null when it does neither. */
	firstUse: Span | null;
	/** Where it was declared first, and where it was defined: null until then. */
	readonly place: Span;
	definedAt: Span | null;
}

export interface FunctionDefinition {
	readonly symbol: FunctionSymbol;
	/** The type of this definition; an unprototyped (K&R) definition has its promoted parameters here all the same. */
	readonly type: FunctionType;
	readonly parameters: readonly Local[];
	/** Parameters first; then every other local, in order of declaration; blocks do not share storage. */
	readonly locals: readonly Local[];
	/** The locals whose address the program takes with `&`. */
	readonly pointedAt: ReadonlySet<Local>;
	/** The labels whose address is taken: that of the first is 1, and so on. */
	readonly addressed: readonly string[];
	readonly body: BlockStatement;
	/** The function's name in its definition. */
	readonly place: Span;
	/** The closing brace. */
	readonly end: Span;
}

export interface TranslationUnit {
	readonly file: string;
	readonly functions: readonly FunctionDefinition[];
	/** Every object with static storage, declared, tentative or defined; literals and static locals included. */
	readonly objects: readonly ObjectSymbol[];
	/** Every function that is declared or defined. */
	readonly symbols: readonly FunctionSymbol[];
}

// ---- places ----

/** A place in memory. `type` has the qualifiers. Only `member` can be a bit-field (`member.bits !== null`). */
export type LValue =
	| LocalPlace
	| ObjectPlace
	| DereferencePlace
	| MemberPlace
	| CompoundLiteralPlace
	| TemporaryPlace;

interface OfType {
	readonly type: CType;
	/** The operator or name that stands for the whole; what a fault or a message points at. */
	readonly place: Span;
}

export interface LocalPlace extends OfType {
	readonly kind: "local";
	readonly local: Local;
}

export interface ObjectPlace extends OfType {
	readonly kind: "object";
	readonly symbol: ObjectSymbol;
}

/** What a pointer points at: `*p`, `p[i]`, the record in `p->m`. */
export interface DereferencePlace extends OfType {
	readonly kind: "dereference";
	readonly pointer: Expression;
}

export interface MemberPlace extends OfType {
	readonly kind: "member";
	readonly record: LValue;
	readonly member: Member;
}

/** `(struct s){ 1, 2 }` in a function: runs the initialiser on `local`, then is that local. */
export interface CompoundLiteralPlace extends OfType {
	readonly kind: "compound-literal";
	readonly local: Local;
	readonly initialiser: Initialiser;
}

/** A record value that needs a place (`f().x`): stores `value` into `local`, then is that local. */
export interface TemporaryPlace extends OfType {
	readonly kind: "temporary";
	readonly local: Local;
	readonly value: Expression;
}

// ---- expressions ----

/** A value. Its type is unqualified and never an array or a function; it may be void or a struct or union. */
export type Expression =
	| IntegerConstant
	| FloatingConstant
	| Load
	| Address
	| FunctionAddress
	| Assign
	| CompoundAssign
	| Increment
	| Unary
	| Binary
	| Compare
	| Logical
	| Conditional
	| Comma
	| Cast
	| PointerAdd
	| PointerDifference
	| Call
	| StatementExpression
	| VaStart
	| VaArg
	| VaCopy
	| VaEnd
	| Allocate
	| AtomicUpdate
	| AtomicCompareExchange;

/** Of an integer, bool, enumerated or pointer type; the value lies in the range of the type (`wrapped`). */
export interface IntegerConstant extends OfType {
	readonly kind: "integer";
	readonly value: bigint;
}

export interface FloatingConstant extends OfType {
	readonly kind: "floating";
	readonly value: number;
	/** Of a NaN: whether its sign is set, as the processor sets that of a result that has no value. */
	readonly isNegativeNan?: boolean;
	/** Of a NaN: whether an operation on constants made it, which gcc computes in an initialiser with the other sign. */
	readonly isMadeNan?: boolean;
}

/** Reads a place (C11 6.3.2.1); a bit-field is extended to its type. Of a record: its bytes. */
export interface Load extends OfType {
	readonly kind: "load";
	readonly from: LValue;
}

/** `&place`, and an array turned into a pointer to its first element. Never of a bit-field. */
export interface Address extends OfType {
	readonly kind: "address";
	readonly of: LValue;
}

export interface FunctionAddress extends OfType {
	readonly kind: "function-address";
	readonly symbol: FunctionSymbol;
}

/** `value` has the type of the target already (records too). The result is what the target then holds. */
export interface Assign extends OfType {
	readonly kind: "assign";
	readonly target: LValue;
	readonly value: Expression;
}

/**
 * `target op= value`: load, cast to `computed`, operate, cast to the target's type, store; the target's place is
 * evaluated once. `value` has type `computed`, but int for a shift. On a pointer (`computed` is its type, operator + or -)
 * `value` is a `long` in bytes.
 */
export interface CompoundAssign extends OfType {
	readonly kind: "compound-assign";
	readonly operator: BinaryOperator;
	readonly target: LValue;
	readonly value: Expression;
	readonly computed: CType;
}

/** `++` and `--`: adds `amount` (±1, or ± the element's size for a pointer) in type `computed`. */
export interface Increment extends OfType {
	readonly kind: "increment";
	readonly target: LValue;
	readonly amount: number;
	/** Whether the result is the value before. */
	readonly postfix: boolean;
	readonly computed: CType;
}

/** `-x` and `~x` on a promoted operand of the same type; `!x` on any scalar, giving int. */
export interface Unary extends OfType {
	readonly kind: "unary";
	readonly operator: "-" | "~" | "!";
	readonly operand: Expression;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "%" | "&" | "|" | "^" | "<<" | ">>";

/** Both operands have type `type`; for a shift only the left one has, and the right one is int. Arithmetic types only. */
export interface Binary extends OfType {
	readonly kind: "binary";
	readonly operator: BinaryOperator;
	readonly left: Expression;
	readonly right: Expression;
}

export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** Gives int 0 or 1. Both operands have the same arithmetic type, or are both pointers (compared unsigned). */
export interface Compare extends OfType {
	readonly kind: "compare";
	readonly operator: CompareOperator;
	readonly left: Expression;
	readonly right: Expression;
}

/** Short-circuit; operands are any scalars, tested against zero; gives int. */
export interface Logical extends OfType {
	readonly kind: "logical";
	readonly operator: "&&" | "||";
	readonly left: Expression;
	readonly right: Expression;
}

/** `condition` is any scalar; both branches have type `type` (void and records too). */
export interface Conditional extends OfType {
	readonly kind: "conditional";
	readonly condition: Expression;
	readonly then: Expression;
	readonly otherwise: Expression;
}

export interface Comma extends OfType {
	readonly kind: "comma";
	readonly left: Expression;
	readonly right: Expression;
}

/** Converts a scalar to a scalar type, or drops any value when `type` is void. Written or implied. */
export interface Cast extends OfType {
	readonly kind: "cast";
	readonly operand: Expression;
}

/** `pointer + index * size`; `index` is a long, `size` the bytes of one element. */
export interface PointerAdd extends OfType {
	readonly kind: "pointer-add";
	readonly pointer: Expression;
	readonly index: Expression;
	readonly size: number;
}

/** `(left - right) / size` as a long. */
export interface PointerDifference extends OfType {
	readonly kind: "pointer-difference";
	readonly left: Expression;
	readonly right: Expression;
	readonly size: number;
}

/** Arguments are converted to the parameters' types; those beyond them have the default promotions. */
export interface Call extends OfType {
	readonly kind: "call";
	/** `function-address` for a call by name; otherwise any pointer to a function. */
	readonly callee: Expression;
	readonly signature: FunctionType;
	readonly arguments: readonly Expression[];
}

/** GNU `({ …; value; })`: runs the body's items, then has the value of `result` (null when void). */
export interface StatementExpression extends OfType {
	readonly kind: "statement-expression";
	readonly body: BlockStatement;
	readonly result: Expression | null;
}

// `list` in the four nodes below is a pointer to the 24 bytes of one va_list element (`struct __va_list_tag`).

export interface VaStart extends OfType {
	readonly kind: "va-start";
	readonly list: Expression;
}

/** The next argument, of type `type` (a scalar or a record). */
export interface VaArg extends OfType {
	readonly kind: "va-arg";
	readonly list: Expression;
}

export interface VaCopy extends OfType {
	readonly kind: "va-copy";
	readonly list: Expression;
	readonly source: Expression;
}

export interface VaEnd extends OfType {
	readonly kind: "va-end";
	readonly list: Expression;
}

/** `alloca(size)`: `size` (an unsigned long) bytes of the frame, aligned to 16, until the function returns. */
export interface Allocate extends OfType {
	readonly kind: "alloca";
	readonly size: Expression;
}

/** Load, operate, store as one unit that nobody can interrupt; `value` has the target's type, but is in bytes (long) on a pointer. */
export interface AtomicUpdate extends OfType {
	readonly kind: "atomic-update";
	readonly operator: BinaryOperator | "nand" | "exchange";
	readonly target: LValue;
	readonly value: Expression;
	/** Whether the result is the value before or after. */
	readonly result: "old" | "new";
}

/** If the target equals the expected value, stores `desired`; as one unit. */
export interface AtomicCompareExchange extends OfType {
	readonly kind: "atomic-compare-exchange";
	readonly target: LValue;
	/** A value, or a place that on failure receives what the target held. */
	readonly expected:
		| { readonly kind: "value"; readonly value: Expression }
		| { readonly kind: "place"; readonly place: LValue };
	readonly desired: Expression;
	/** What the target held before, or whether the store was done (type bool). */
	readonly result: "old" | "success";
}

// ---- initialisers of objects with automatic storage ----

/** Stores to be made, in order. */
export interface Initialiser {
	/** The object's whole storage is to be set to zero first: the entries do not cover it. */
	readonly zero: boolean;
	readonly entries: readonly InitialiserEntry[];
}

export type InitialiserEntry = ValueEntry | BytesEntry;

/** Stores `value` (of type `type`, a scalar or a whole record) at `offset` bytes into the object. */
export interface ValueEntry {
	readonly kind: "value";
	readonly offset: number;
	readonly type: CType;
	readonly bits: BitField | null;
	readonly value: Expression;
}

/** Copies the first `length` bytes of a string literal to `offset`. */
export interface BytesEntry {
	readonly kind: "bytes";
	readonly offset: number;
	readonly length: number;
	readonly source: ObjectSymbol;
}

// ---- statements ----

export type Statement =
	| ExpressionStatement
	| InitialiseStatement
	| AllocateStatement
	| BlockStatement
	| IfStatement
	| WhileStatement
	| DoStatement
	| ForStatement
	| SwitchStatement
	| CaseStatement
	| LabelStatement
	| GotoStatement
	| ComputedGotoStatement
	| BreakStatement
	| ContinueStatement
	| ReturnStatement
	| EmptyStatement;

interface Placed {
	/** Where the statement begins: what a step shows. */
	readonly place: Span;
}

export interface ExpressionStatement extends Placed {
	readonly kind: "expression";
	readonly expression: Expression;
}

/** `int x = 3;` at this point of a block; declarations without an initialiser leave no statement. */
export interface InitialiseStatement extends Placed {
	readonly kind: "initialise";
	readonly local: Local;
	readonly initialiser: Initialiser;
}

/**
 * Makes room for a variable length array: `size` (an unsigned long, in bytes) on the stack, aligned to 16; its address
 * goes to `local`. The room may be given back when the block ends and must be when the function returns.
 */
export interface AllocateStatement extends Placed {
	readonly kind: "allocate";
	readonly local: Local;
	readonly size: Expression;
}

export interface BlockStatement extends Placed {
	readonly kind: "block";
	readonly items: readonly Statement[];
	/** The locals declared directly in this block, for showing what is in scope. */
	readonly locals: readonly Local[];
	/** Whether one of `items` is an `allocate`. */
	readonly allocates: boolean;
	/** The closing brace. */
	readonly end: Span;
}

/** A condition is any scalar, tested against zero. */
export interface IfStatement extends Placed {
	readonly kind: "if";
	readonly condition: Expression;
	readonly then: Statement;
	readonly otherwise: Statement | null;
}

export interface WhileStatement extends Placed {
	readonly kind: "while";
	readonly condition: Expression;
	readonly body: Statement;
}

export interface DoStatement extends Placed {
	readonly kind: "do";
	readonly body: Statement;
	readonly condition: Expression;
}

export interface ForStatement extends Placed {
	readonly kind: "for";
	/** Declarations or one expression; may be empty. */
	readonly start: readonly Statement[];
	/** The locals that `start` declares. */
	readonly locals: readonly Local[];
	/** null: for ever. */
	readonly condition: Expression | null;
	readonly step: Expression | null;
	readonly body: Statement;
}

/** `value` is promoted; the case labels stand in `body`, at any depth. */
export interface SwitchStatement extends Placed {
	readonly kind: "switch";
	readonly value: Expression;
	/** No two overlap; in order of appearance. Default is not among them. */
	readonly cases: readonly CaseLabel[];
	readonly default: CaseLabel | null;
	readonly body: Statement;
}

/** One label of a switch, shared by the switch and the `case` statement. */
export interface CaseLabel {
	/** `low…high` inclusive, in the range of the switch's type; both 0 for default. */
	readonly low: bigint;
	readonly high: bigint;
	readonly place: Span;
}

/** A `case` or `default` label before a statement. */
export interface CaseStatement extends Placed {
	readonly kind: "case";
	readonly label: CaseLabel;
	readonly body: Statement;
}

/** Label names are unique in a function and every goto has its label. */
export interface LabelStatement extends Placed {
	readonly kind: "label";
	readonly name: string;
	readonly body: Statement;
}

export interface GotoStatement extends Placed {
	readonly kind: "goto";
	readonly name: string;
}

/** Goes to the label whose address `target` is. */
export interface ComputedGotoStatement extends Placed {
	readonly kind: "computed-goto";
	readonly target: Expression;
}

/** Leaves the nearest enclosing loop or switch. */
export interface BreakStatement extends Placed {
	readonly kind: "break";
}

export interface ContinueStatement extends Placed {
	readonly kind: "continue";
}

/** `value` has the function's result type; null in a void function, or when the program forgot it (a warning). */
export interface ReturnStatement extends Placed {
	readonly kind: "return";
	readonly value: Expression | null;
}

export interface EmptyStatement extends Placed {
	readonly kind: "empty";
}
