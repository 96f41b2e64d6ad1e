/** What the two axes are called: z₁ and z₂, or the principal components. */
import { useMemo } from "react";
import { useText } from "#/i18n/useText.ts";
import type { PlaneAxes } from "#/core/latent/plane.ts";

const digits = "₀₁₂₃₄₅₆₇₈₉";

/** 12 → "₁₂". */
export function subscript(value: number): string {
  return Array.from(String(value), (digit) => digits[Number(digit)] ?? "").join("");
}

export function useAxisNames(axes: PlaneAxes): readonly [string, string] {
  const t = useText();
  const principal = axes.kind === "pca";
  const first = principal ? 0 : axes.dims[0];
  const second = principal ? 1 : axes.dims[1];
  return useMemo(() => {
    const name = (index: number): string =>
      t(principal ? "latent.axisPrincipal" : "latent.axisDimension", {
        index: subscript(index + 1),
      });
    return [name(first), name(second)] as const;
  }, [t, principal, first, second]);
}
