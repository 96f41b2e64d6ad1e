/** A part of a block in its frame: the term with its help beside the control. */
import type { ReactNode } from "react";
import { type BlockNumber, blockNumbers } from "#/core/experiment/blockFields.ts";
import { type FormulaKey, allowedText } from "#/core/experiment/field.ts";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";
import { isBlockNumber } from "#/features/setup/words.ts";

type Part = BlockNumber | "kind" | "activation";

const formulaOf: Readonly<Record<Part, FormulaKey | null>> = {
  kind: null,
  activation: "activation",
  units: "dense",
  filters: "convolution",
  kernel: "convolution",
  stride: "convolution",
  height: null,
  width: null,
  channels: null,
};

export function PartHelp({
  part,
  children,
}: {
  readonly part: Part;
  readonly children: ReactNode;
}) {
  return (
    <FieldFrame
      label={`setup.model.parts.${part}.label`}
      help={`setup.model.parts.${part}.help`}
      formula={formulaOf[part]}
      citation={null}
      range={isBlockNumber(part) ? allowedText(blockNumbers[part]) : null}
      defaultText={null}
      waiting={false}
    >
      {children}
    </FieldFrame>
  );
}
