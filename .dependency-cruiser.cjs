/**
 * Who may import whom (src/README.md tells why). Configuration goes down, events come up, and the
 * main thread never reaches the numeric code.
 */
const test = "[.]test[.]tsx?$|/testing/";

/** Folder → the folders it may import from, itself aside. A test may also use any testing/ folder. */
const layers = {
  core: [],
  data: ["core"],
  engine: ["core"],
  "worker/protocol": ["core"],
  "worker/host": ["core", "data", "engine", "worker/protocol"],
  "worker/client": ["core", "worker/protocol"],
  "worker/testing": ["core", "worker/protocol", "worker/import/protocol"],
  "worker/import/protocol": ["core"],
  "worker/import/host": ["core", "data", "worker/import/protocol"],
  "worker/import/client": ["core", "data/own", "worker/import/protocol"],
  state: ["core", "worker/protocol", "worker/import/protocol"],
  features: [
    ...["core", "worker/protocol", "worker/import/protocol"],
    ...["state", "ui", "charts", "i18n"],
  ],
  charts: ["core", "ui"],
  ui: ["i18n"],
  i18n: ["core"],
  app: [
    ...["core", "worker/protocol", "worker/client", "worker/import/client"],
    ...["state", "features", "charts", "ui", "i18n"],
  ],
};

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer.replaceAll("/", "-")}-layer`,
  comment: `src/${layer} may import from: ${[layer, ...allowed].join(", ")}`,
  severity: "error",
  from: { path: `^src/${layer}/` },
  to: {
    path: "^src/",
    pathNot: [
      ...[layer, ...allowed].map((folder) => `^src/${folder}/`),
      "^src/(worker/)?testing/|/testing/",
    ],
  },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: "no-circular",
      comment: "Two modules that need each other are one module, or need a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "features-apart",
      comment: "Features never import each other; what two share belongs in state, ui or core.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: "^src/features/$1/" },
    },
    {
      name: "features-protocol-types",
      comment: "Features speak to the worker through state; of the protocol they may name types.",
      severity: "error",
      from: { path: "^src/features/" },
      to: { path: "^src/worker/(import/)?protocol/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "main-thread-without-numerics",
      comment: "The page must never load tfjs, not even through others: it lives in the worker.",
      severity: "error",
      from: {
        path: "^src/(app|features|state|charts|ui|i18n|worker/(import/)?client|worker/testing)/",
      },
      to: { path: "^node_modules/@tensorflow/", reachable: true },
    },
    {
      name: "tfjs-through-tf",
      comment: "engine/tf.ts alone imports tfjs, so its parts are registered once.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/engine/tf[.]ts$" },
      to: { path: "^node_modules/@tensorflow/" },
    },
    {
      name: "recharts-in-charts",
      comment: "recharts is a lazy chunk of its own: only src/charts may import it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/charts/" },
      to: { path: "^node_modules/recharts/" },
    },
    {
      name: "core-alone",
      comment:
        "core is the domain itself: valibot parses its input, d3-contour draws its contour lines, " +
        "nothing else comes from outside.",
      severity: "error",
      from: { path: "^src/core/", pathNot: test },
      to: { pathNot: ["^src/core/", "^node_modules/(valibot|d3-contour|@types/d3-contour)/"] },
    },
    {
      name: "no-test-in-product",
      comment: "What only tests need must not reach the page.",
      severity: "error",
      from: { path: "^src/", pathNot: test },
      to: { path: test },
    },
    {
      name: "no-development-dependency",
      comment: "What the page needs at run time is a dependency, not a devDependency.",
      severity: "error",
      from: { path: "^src/", pathNot: test },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "resolvable",
      comment: "An import that resolves to nothing.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.app.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "browser", "types", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".css"],
    },
    cache: { folder: "node_modules/.cache/dependency-cruiser", strategy: "content" },
  },
};
