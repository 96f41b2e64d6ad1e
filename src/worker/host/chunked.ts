/**
 * Runs a long engine job in short pieces, so that an answer to a gesture never waits for the whole.
 * Learns from each piece how large the next may be.
 */
import type { Clock } from "#/worker/host/clock.ts";
import type { JobKind, Jobs } from "#/worker/host/jobs.ts";

const pieceMs = 20;
const firstPiece = 32;
const smallestPiece = 8;
const largestPiece = 512;

/** Rows of the next piece, by what the last ones took. */
export class PieceSizer {
  #msPerRow = 0;

  /** A power of two, so that few distinct shapes reach a GPU's compiler. */
  get rows(): number {
    if (this.#msPerRow === 0) return firstPiece;
    const fitting = 2 ** Math.floor(Math.log2(pieceMs / this.#msPerRow));
    return Math.min(largestPiece, Math.max(smallestPiece, fitting));
  }

  /** 0 before the first piece. */
  get msPerRow(): number {
    return this.#msPerRow;
  }

  learn(rows: number, ms: number): void {
    const now = Math.max(ms, 1e-3) / rows;
    this.#msPerRow = this.#msPerRow === 0 ? now : (this.#msPerRow + now) / 2;
  }
}

export interface PieceRunner {
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/**
 * Calls `piece(from, rows)` as one job each until `total` rows are done.
 * @throws EngineError "cancelled" between pieces, once the signal aborts.
 */
export async function inPieces(
  { jobs, clock }: PieceRunner,
  kind: JobKind,
  total: number,
  sizer: PieceSizer,
  signal: AbortSignal,
  piece: (from: number, rows: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < total;) {
    const start = from;
    const rows = Math.min(sizer.rows, total - start);
    await jobs.run(
      kind,
      async () => {
        const began = clock.now();
        await piece(start, rows);
        sizer.learn(rows, clock.now() - began);
      },
      signal,
    );
    from += rows;
    await clock.breathe();
  }
}
