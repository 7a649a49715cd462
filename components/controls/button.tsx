import type { ComponentPropsWithRef } from 'react';
import styles from './controls.module.css';

type Weight = 'primary' | 'secondary' | 'quiet' | 'warning';

export type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'className'> & { readonly weight?: Weight };

/** Says what it does: "Submit for review", never "OK". One primary a form. */
export function Button({ weight = 'primary', type = 'submit', ...props }: ButtonProps) {
  return <button type={type} {...props} className={`${styles.button} ${styles[weight]}`} />;
}

export type ButtonLinkProps = Omit<ComponentPropsWithRef<'a'>, 'className'> & {
  readonly href: string;
  readonly weight?: Weight;
};

/** Looks like a button, goes somewhere. */
export function ButtonLink({ weight = 'primary', ...props }: ButtonLinkProps) {
  return <a {...props} className={`${styles.button} ${styles[weight]}`} />;
}

/** Buttons beside each other, below each other on a phone. */
export function ButtonRow(props: Omit<ComponentPropsWithRef<'div'>, 'className'>) {
  return <div {...props} className={styles.buttons} />;
}
