/** What there is to say against a field's value as the others stand, in place under it. */
import type { Advice } from "#/core/experiment/advice.ts";
import type { FieldPath } from "#/core/experiment/fields.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { Icon } from "#/ui/Icon.tsx";
import { useAdvice } from "#/features/setup/draft.ts";
import styles from "./Remarks.module.css";

export function Remarks({ path }: { readonly path: FieldPath }) {
  const advice = useAdvice().filter(({ fields: [first] }) => first === path);
  return advice.map((one) => <Remark key={one.id} advice={one} />);
}

function Remark({ advice: { id, severity, values } }: { readonly advice: Advice }) {
  const t = useText();
  const format = useNumberFormat();
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, format(value)]),
  );
  return (
    <p className={styles["remark"]} data-severity={severity} data-advice={id}>
      {severity !== "note" && <Icon name="warning" />}
      <span>
        {severity !== "note" && <strong>{t(`setup.severity.${severity}`)}: </strong>}
        {t(`setup.advice.${id}`, shown)}
      </span>
    </p>
  );
}
