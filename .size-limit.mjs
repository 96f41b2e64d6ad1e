import { sizeBudget } from "./scripts/sizeBudget.mjs";

export default sizeBudget("dist");
