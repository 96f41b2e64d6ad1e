/** Formulas are rendered to MathML while building (scripts/vite/tex.ts). */
declare module "*.tex" {
  const mathml: string;
  export default mathml;
}
