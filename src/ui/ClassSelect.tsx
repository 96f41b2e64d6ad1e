/** One class of a set, or every class. What the classes are called comes from outside. */
import type { ReactElement } from "react";
import { useText } from "#/i18n/useText.ts";
import { Select } from "#/ui/Select.tsx";

export interface ClassSelectProps {
  /** Not shown; for those who do not see what stands beside it. */
  readonly label: string;
  readonly classes: readonly string[];
  /** Null for every class. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

export function ClassSelect({ label, classes, value, onChange }: ClassSelectProps): ReactElement {
  const t = useText();
  return (
    <Select
      label={label}
      hideLabel
      value={value === null ? "all" : String(value)}
      options={[
        { value: "all", label: t("tabs.reconstruct.everyClass") },
        ...classes.map((name, i) => ({ value: String(i), label: name })),
      ]}
      onChange={(chosen) => {
        onChange(chosen === "all" ? null : Number(chosen));
      }}
    />
  );
}
