/**
 * The Content-Security-Policy, in one place. The build writes it into the page as a meta tag for
 * static hosts; `npm start` and the browser tests also send it as a header, because a meta tag does
 * not bind a worker that was loaded over the network.
 */
const directives = {
  "default-src": ["'self'"],
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "worker-src": ["'self'"],
  "img-src": ["'self'", "blob:", "data:"],
  "style-src": ["'self'", "'unsafe-inline'"],
};

/** @param {Readonly<Record<string, readonly string[]>>} parts */
function serialise(parts) {
  return Object.entries(parts)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

export const contentSecurityPolicy = serialise(directives);

/** React's hot reload starts from an inline script, so the development server must allow one. */
export const developmentPolicy = serialise({
  ...directives,
  "script-src": [...directives["script-src"], "'unsafe-inline'"],
});
