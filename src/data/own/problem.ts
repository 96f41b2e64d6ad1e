/** An import that ends with nothing kept, as an exception; the worker turns it into its problem. */
import type { ImportProblem, ImportProblemCode } from "#/core/data/ownImages.ts";

export class ImportError extends Error {
  readonly problem: ImportProblem;

  constructor(code: ImportProblemCode, values: ImportProblem["values"] = {}) {
    super(code);
    this.name = "ImportError";
    this.problem = { code, values };
  }
}
