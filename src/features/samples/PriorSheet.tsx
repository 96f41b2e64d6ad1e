/** The hundred samples from the prior alone, as lessons show them for each of their lanes. */
import type { ReactElement } from "react";
import { SampleSheet } from "#/features/samples/SampleSheet.tsx";
import { usePriorSheet } from "#/features/samples/usePriorSheet.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";

export function PriorSheet(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { frame, prior } = usePriorSheet();
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const shown = frame !== null && prior.pixels !== null;
  return (
    <div ref={ref}>
      <SampleSheet
        {...prior}
        title={t("tabs.samples.prior")}
        how={shown ? [t("tabs.samples.atStep", { step: format(frame.step) })] : []}
        available={width}
        file="samples"
        onHover={() => undefined}
      />
    </div>
  );
}
