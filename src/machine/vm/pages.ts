// The page table: a tree from page numbers to pages whose nodes are shared by everyone who holds the same state.
//
// Every node and page has an owner, a token. Whoever holds that very token may change it in place; all others copy it
// first. Sharing a whole table is therefore just a matter of taking a new token: nothing is copied until written.

/** In bytes. */
export const PAGE_SIZE = 4096;
/** In 32-bit words. */
export const PAGE_WORDS = PAGE_SIZE / 4;
/** Addresses from here on are never mapped, so that an address is always a small whole number. */
export const ADDRESS_LIMIT = 0x8000_0000;

/** Who may change a node in place; compared by identity. */
export type Owner = Readonly<Record<never, never>>;

export interface Page {
	readonly words: Int32Array;
	readonly owner: Owner | null;
	/** Whether the program may write here at all. */
	readonly writable: boolean;
	/** A hash of the content, kept while nobody may change it; null: not known. */
	hash: number | null;
}

interface Leaf {
	readonly owner: Owner | null;
	readonly pages: (Page | null)[];
}

interface Branch {
	readonly owner: Owner | null;
	readonly leaves: (Leaf | null)[];
}

/** The whole table, to be kept by a snapshot. */
export interface Root {
	readonly owner: Owner | null;
	readonly branches: (Branch | null)[];
}

// A page number has 19 bits: 6 choose the branch, 6 the leaf, 7 the page.
const LEAF_BITS = 7;
const BRANCH_BITS = 6;
const LEAF_SIZE = 1 << LEAF_BITS;
const BRANCH_SIZE = 1 << BRANCH_BITS;

export const emptyRoot: Root = { owner: null, branches: new Array(BRANCH_SIZE).fill(null) };

export function newOwner(): Owner {
	return {};
}

/** A page of zeros that nobody owns: mapped memory that nobody has written yet. */
export const zeroPage: Page = { words: new Int32Array(PAGE_WORDS), owner: null, writable: true, hash: null };
export const constantZeroPage: Page = { words: zeroPage.words, owner: null, writable: false, hash: null };

export function pageAt(root: Root, number: number): Page | null {
	const branch = root.branches[number >>> (LEAF_BITS + BRANCH_BITS)];
	if (!branch) return null;
	const leaf = branch.leaves[(number >>> LEAF_BITS) & (BRANCH_SIZE - 1)];
	return leaf ? leaf.pages[number & (LEAF_SIZE - 1)]! : null;
}

/** The table with one page changed: `root` itself when `owner` owns it, otherwise a copy that `owner` owns. */
export function withPage(root: Root, number: number, page: Page | null, owner: Owner): Root {
	const top = root.owner === owner ? root : { owner, branches: root.branches.slice() };
	const i = number >>> (LEAF_BITS + BRANCH_BITS);
	const branch = ownBranch(top.branches[i] ?? null, owner);
	top.branches[i] = branch;
	const j = (number >>> LEAF_BITS) & (BRANCH_SIZE - 1);
	const leaf = ownLeaf(branch.leaves[j] ?? null, owner);
	branch.leaves[j] = leaf;
	leaf.pages[number & (LEAF_SIZE - 1)] = page;
	return top;
}

function ownBranch(branch: Branch | null, owner: Owner): Branch {
	if (branch === null) return { owner, leaves: new Array(BRANCH_SIZE).fill(null) };
	return branch.owner === owner ? branch : { owner, leaves: branch.leaves.slice() };
}

function ownLeaf(leaf: Leaf | null, owner: Owner): Leaf {
	if (leaf === null) return { owner, pages: new Array(LEAF_SIZE).fill(null) };
	return leaf.owner === owner ? leaf : { owner, pages: leaf.pages.slice() };
}

/** Calls `visit` for every mapped page that somebody has written, in the order of addresses. */
export function eachWrittenPage(root: Root, visit: (number: number, page: Page) => void): void {
	root.branches.forEach((branch, i) => {
		branch?.leaves.forEach((leaf, j) => {
			leaf?.pages.forEach((page, k) => {
				if (page !== null && page.words !== zeroPage.words)
					visit((((i << BRANCH_BITS) | j) << LEAF_BITS) | k, page);
			});
		});
	});
}
