// Why a command cannot go on, in one plain sentence for whoever typed it. src/cli.ts prints it and
// exits with 1; anything else that is thrown is a fault of ours.
export class Unable extends Error {}
