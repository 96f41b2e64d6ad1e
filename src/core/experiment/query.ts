/**
 * Query strings without the DOM: pairs in order, decoded leniently. Colons, commas and semicolons
 * stay readable, for the experiment's link is meant to be read.
 */

export interface QueryPair {
  readonly key: string;
  /** Null when its percent escapes are broken. */
  readonly value: string | null;
}

export function readQuery(search: string): QueryPair[] {
  return search
    .replace(/^\?/, "")
    .split("&")
    .filter((piece) => piece !== "")
    .map((piece) => {
      const at = piece.indexOf("=");
      const key = at < 0 ? piece : piece.slice(0, at);
      return { key: decode(key) ?? key, value: decode(at < 0 ? "" : piece.slice(at + 1)) };
    });
}

export function writeQuery(pairs: readonly (readonly [key: string, value: string])[]): string {
  if (pairs.length === 0) return "";
  return `?${pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join("&")}`;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%3B", ";");
}
