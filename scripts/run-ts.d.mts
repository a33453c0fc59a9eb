// The type of what run-ts.mjs exports.

/** Bundles `entry` (relative to the project) and returns the path of the module that Node can load. */
export function bundle(entry: string): Promise<string>;
