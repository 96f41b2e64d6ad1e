import type { PreviewServer } from "vite";

export function serveSite(options: {
  readonly port: number;
  readonly strictPort?: boolean;
  readonly host?: boolean;
  readonly base?: string;
}): Promise<PreviewServer>;
