/** The lines of Node that contributors have and CI runs; the oldest is that of `engines`. */
export const nodeVersions = [20, 22, 24, 26] as const;
