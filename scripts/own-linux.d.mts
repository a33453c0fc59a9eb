/** Whether a program makes what stays after it: then each run has a Linux of its own. */
export function leavesMessages(program: { readonly files: readonly { readonly text: string }[] }): boolean;
/** The words before a command that give it namespaces of its own; none where Linux forbids them. */
export function ownLinux(): string[];
