/**
 * Where a bug in one part of the page stops: that part says so and can be shown again, the rest goes
 * on. Faults that a person can meet never come here; they are state (core/fault.ts).
 */
import { Component, type ReactNode } from "react";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";
import { Icon } from "#/ui/Icon.tsx";
import styles from "./ErrorBoundary.module.css";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Crash
        error={error}
        onAgain={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}

function Crash({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const t = useText();
  return (
    <div role="alert" className={styles["crash"]}>
      <p className={styles["what"]}>
        <Icon name="warning" />
        {t("app.crash.what")}
      </p>
      <p>{t("app.crash.kept")}</p>
      <code className={styles["detail"]}>{error.message}</code>
      <div className={styles["actions"]}>
        <Button onClick={onAgain}>{t("app.crash.again")}</Button>
        <Button
          onClick={() => {
            location.reload();
          }}
        >
          {t("app.crash.page")}
        </Button>
      </div>
    </div>
  );
}
