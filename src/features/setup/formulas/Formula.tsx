/** One formula. The MathML comes from our own .tex files at build time, never from input. */
import styles from "./Formula.module.css";

export function Formula({
  mathml,
  term,
}: {
  readonly mathml: string;
  /** Gives the formula the accent of its term. */
  readonly term?: "reconstruction" | "kl";
}) {
  const className = term === undefined ? styles["formula"] : `${styles["formula"]} ${styles[term]}`;
  return <span className={className} dangerouslySetInnerHTML={{ __html: mathml }} />;
}
