/** English of the comparison, the benches and the lessons, which come when somebody goes there. */
import { benches } from "./benches.ts";
import { compare } from "./compare.ts";
import { lessons } from "./lessons.ts";

export const modesEnglish = { benches, compare, lessons } as const;
