/** The sentences for a chunk that cannot be had. Each names the file. */
import type { ChunkEntry } from "#/core/data/manifest.ts";
import type { Fault, FaultCode } from "#/core/fault.ts";

type ChunkFaultCode = Extract<FaultCode, `chunk-${string}` | "offline" | "cancelled">;

const sentences: Readonly<Record<ChunkFaultCode, { what: string; hint: string }>> = {
  "chunk-missing": {
    what: "is not on the server",
    hint: "Build the data again, or try once more.",
  },
  "chunk-truncated": {
    what: "arrived incomplete",
    hint: "Try once more; the connection broke off.",
  },
  "chunk-corrupt": {
    what: "does not match its checksum",
    hint: "Try once more; something changed it on its way.",
  },
  offline: {
    what: "cannot be fetched: the server does not answer",
    hint: "Go back online and try once more; sets visited before work without a network.",
  },
  cancelled: {
    what: "was not fetched: another data set was chosen",
    hint: "Choose this data set again to load it.",
  },
};

export function chunkFault(code: ChunkFaultCode, chunk: ChunkEntry): Fault {
  const { what, hint } = sentences[code];
  return {
    code,
    message: `The file ${chunk.file} ${what}.`,
    hint,
    values: { file: chunk.file, images: chunk.count },
  };
}
