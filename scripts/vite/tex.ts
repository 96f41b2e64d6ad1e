/**
 * `import formula from "./kl.tex"` gives the formula as a MathML string, rendered while building,
 * so that no typesetting code reaches the page. A file holds one formula; `%` starts a comment.
 */
import temml from "temml";
import type { Plugin } from "vite";

export function tex(): Plugin {
  return {
    name: "tex-to-mathml",
    transform: {
      filter: { id: /\.tex$/ },
      handler: (source) => {
        const mathml = temml.renderToString(source.trim(), {
          displayMode: true,
          throwOnError: true,
        });
        return { code: `export default ${JSON.stringify(mathml)};`, map: null, moduleType: "js" };
      },
    },
  };
}
