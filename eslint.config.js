/**
 * Lint as architecture: what may be used where, with the replacement in the message. Who may import
 * whom is .dependency-cruiser.cjs; layout is Prettier's.
 */
import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

const typescript = ["**/*.ts", "**/*.tsx"];
const tests = ["**/*.test.{ts,tsx}", "**/testing/**", "e2e/**"];

const random = {
  object: "Math",
  property: "random",
  message: "Take numbers from a forked stream of core/rng.ts, so that a seed repeats the run.",
};
const clock = [
  ["Date", "now"],
  ["performance", "now"],
].map(([object, property]) => ({
  object,
  property,
  message:
    "Time is measured in app/, worker/host/ and engine timing alone; take it as an argument.",
}));

export default defineConfig([
  {
    ignores: [
      "dist/",
      "public/",
      "node_modules/",
      ".cache/",
      "test-results/",
      "playwright-report/",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{js,mjs,cjs}"],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
  },
  {
    // What they hand to the browser runs in the page.
    files: ["bench/**", "scripts/screenshots.mjs"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: typescript,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `() => void f()` and one-line handlers say what they mean.
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // Objects here come from factories: their methods are closures and have no `this`.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/prefer-nullish-coalescing": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        // `using scope = …` is there for its end.
        { argsIgnorePattern: "^_", ignoreUsingDeclarations: true },
      ],
      eqeqeq: "error",
      "no-console": "error",
      "no-restricted-properties": ["error", random, ...clock],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Export it by name." },
        { selector: "ExportAllDeclaration", message: "No barrels: import from the file itself." },
        { selector: "TSEnumDeclaration", message: "Use a union of string literals." },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "Take the time as an argument.",
        },
      ],
    },
  },
  {
    files: ["src/**/*.tsx"],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    languageOptions: { globals: globals.browser },
  },
  {
    // Where time is measured. Date.now stays out: a clock that can be set back measures nothing.
    files: ["src/app/**", "src/worker/host/**", "src/engine/**/*iming.ts"],
    rules: { "no-restricted-properties": ["error", random, clock[0]] },
  },
  { files: ["src/core/rng.ts"], rules: { "no-restricted-properties": "off" } },
  {
    files: tests,
    rules: {
      "no-restricted-properties": ["error", random],
      // A test may say that a value is there; it fails if not.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["*.config.ts", "src/tex.d.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
]);
