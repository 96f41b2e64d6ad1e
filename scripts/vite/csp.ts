/** Puts the policy of `scripts/csp.mjs` on whatever Vite builds or serves. */
import type { Plugin } from "vite";
import { contentSecurityPolicy, developmentPolicy } from "../csp.mjs";

export function csp(): Plugin {
  return {
    name: "content-security-policy",
    config: () => ({
      server: { headers: { "Content-Security-Policy": developmentPolicy } },
      preview: { headers: { "Content-Security-Policy": contentSecurityPolicy } },
    }),
    transformIndexHtml: {
      order: "post",
      handler: (_html, context) =>
        context.server === undefined
          ? [
              {
                tag: "meta",
                attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
                injectTo: "head-prepend",
              },
            ]
          : [],
    },
  };
}
