/** The page's keys for what stands deeper in the page and knows what they are to do. Shows nothing. */
import { useMemo, type ReactElement } from "react";
import { usePageKeys } from "./usePageKeys.ts";
import { useAppParts } from "#/state/context.tsx";

interface PageKeysProps {
  readonly toggle: () => void;
  readonly step: () => void;
}

export function pageKeys(acts: PageKeysProps): ReactElement {
  return <PageKeys {...acts} />;
}

function PageKeys({ toggle, step }: PageKeysProps): null {
  const { store } = useAppParts();
  const target = useMemo(
    () => ({
      settings: null,
      single: () => store.getState().shortcuts,
      toggle,
      step,
      showKeys: null,
    }),
    [store, toggle, step],
  );
  usePageKeys(target);
  return null;
}
