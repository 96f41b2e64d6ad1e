/** What a block may have besides: padding, batch normalisation with its two numbers, dropout. */
import { blockExtras, defaultBatchNorm, paddings } from "#/core/experiment/blockFields.ts";
import { accepts, allowedText } from "#/core/experiment/field.ts";
import type { Fault } from "#/core/fault.ts";
import type { BatchNorm, Block } from "#/core/model/spec.ts";
import { useText } from "#/i18n/useText.ts";
import { NumberField } from "#/ui/NumberField.tsx";
import { Select } from "#/ui/Select.tsx";
import { Switch } from "#/features/setup/fields/Switch.tsx";
import { withBatchNorm, withDropout, withPadding } from "#/features/setup/model/blockEdits.ts";
import { PartHelp } from "#/features/setup/model/PartHelp.tsx";
import { faultSentence } from "#/features/setup/words.ts";

type Extra = keyof typeof blockExtras;

export interface BlockExtrasProps {
  readonly block: Block;
  /** For controls without a place of their own for a refusal. */
  readonly onChoose: (block: Block) => void;
  readonly onReplace: (block: Block) => Fault | null;
}

export function BlockExtras({ block, onChoose, onReplace }: BlockExtrasProps) {
  const t = useText();
  const { batchNorm } = block;
  const commit = (extra: Extra, value: number, next: (value: number) => Block): string | null => {
    if (!accepts(blockExtras[extra], value)) {
      const field = t(`setup.model.parts.${extra}.label`);
      return t("setup.needsNumber", { field, range: allowedText(blockExtras[extra]) });
    }
    const fault = onReplace(next(value));
    return fault === null ? null : faultSentence(t, fault);
  };
  const norm = (change: Partial<BatchNorm>): Block => ({
    ...block,
    batchNorm: { ...defaultBatchNorm, ...batchNorm, ...change },
  });
  return (
    <>
      {(block.kind === "conv" || block.kind === "convTranspose") && (
        <PartHelp part="padding">
          <Select
            label={t("setup.model.parts.padding.label")}
            hideLabel
            value={block.padding ?? "same"}
            options={paddings.map((value) => ({
              value,
              label: t(`setup.model.paddings.${value}`),
            }))}
            onChange={(padding) => {
              onChoose(withPadding(block, padding));
            }}
          />
        </PartHelp>
      )}
      <PartHelp part="batchNorm">
        <Switch
          label={t("setup.model.parts.batchNorm.label")}
          on={batchNorm !== undefined}
          onChange={(on) => {
            onChoose(withBatchNorm(block, on));
          }}
        />
      </PartHelp>
      {batchNorm !== undefined && (
        <>
          <PartHelp part="batchNormMomentum">
            <NumberField
              label={t("setup.model.parts.batchNormMomentum.label")}
              hideLabel
              value={batchNorm.momentum}
              step={blockExtras.batchNormMomentum.step}
              onCommit={(value) =>
                commit("batchNormMomentum", value, (momentum) => norm({ momentum }))
              }
            />
          </PartHelp>
          <PartHelp part="batchNormEpsilon">
            <NumberField
              label={t("setup.model.parts.batchNormEpsilon.label")}
              hideLabel
              value={batchNorm.epsilon}
              step={batchNorm.epsilon / 10}
              onCommit={(value) =>
                commit("batchNormEpsilon", value, (epsilon) => norm({ epsilon }))
              }
            />
          </PartHelp>
        </>
      )}
      <PartHelp part="dropout">
        <NumberField
          label={t("setup.model.parts.dropout.label")}
          hideLabel
          value={block.dropout ?? 0}
          step={blockExtras.dropout.step}
          onCommit={(value) => commit("dropout", value, (rate) => withDropout(block, rate))}
        />
      </PartHelp>
    </>
  );
}
