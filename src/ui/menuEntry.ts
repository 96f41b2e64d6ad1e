/** What a menu holds: commands, switches, choices and rules, as data. */
import type { IconName } from "#/ui/Icon.tsx";

export type MenuEntry =
  | {
      readonly kind: "action";
      readonly label: string;
      readonly onSelect: () => void;
      readonly icon?: IconName;
      /** As people write it: "Ctrl+Z". */
      readonly key?: string;
      readonly disabled?: boolean;
      readonly testId?: string;
    }
  | {
      readonly kind: "check";
      readonly label: string;
      readonly checked: boolean;
      readonly onChange: (checked: boolean) => void;
    }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly onChange: (value: string) => void;
    }
  | { readonly kind: "rule" };
