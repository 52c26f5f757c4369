/** A mutant: our SQL with one thing wrong, and the attack or rule that must notice. */

export type Mutant = {
  name: string;
  /** Statements of the owner's. */
  sql?: string;
  /** A function, and text of its definition with what comes in its place, wherever it stands. */
  edit?: [functionName: string, from: string, to: string];
  /** The name of the attack, convention or lint that notices, or GRANTS; several where it depends on the kind of database. */
  killedBy: string | string[];
};

/** The list of who may run what. */
export const GRANTS = 'the list of who may run which function';
