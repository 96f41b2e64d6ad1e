/** A part of a block in its frame: the term with its help beside the control. */
import type { ReactNode } from "react";
import { type BlockNumber, blockExtras, blockNumbers } from "#/core/experiment/blockFields.ts";
import { type FormulaKey, type NumberLimits, allowedText } from "#/core/experiment/field.ts";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";

type Part =
  BlockNumber | "kind" | "activation" | "padding" | "batchNorm" | keyof typeof blockExtras;

const formulaOf: Readonly<Record<Part, FormulaKey | null>> = {
  kind: null,
  activation: "activation",
  units: "dense",
  filters: "convolution",
  kernel: "convolution",
  stride: "convolution",
  padding: null,
  height: null,
  width: null,
  channels: null,
  batchNorm: "batchNorm",
  batchNormMomentum: "batchNorm",
  batchNormEpsilon: "batchNorm",
  dropout: "dropout",
};

const limits: Partial<Record<Part, NumberLimits>> = { ...blockNumbers, ...blockExtras };

export function PartHelp({
  part,
  children,
}: {
  readonly part: Part;
  readonly children: ReactNode;
}) {
  const range = limits[part];
  return (
    <FieldFrame
      label={`setup.model.parts.${part}.label`}
      help={`setup.model.parts.${part}.help`}
      formula={formulaOf[part]}
      citation={null}
      range={range === undefined ? null : allowedText(range)}
      defaultText={null}
      waiting={false}
    >
      {children}
    </FieldFrame>
  );
}
