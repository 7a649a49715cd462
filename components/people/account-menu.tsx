import { useTranslations } from 'next-intl';
import { SignOutForm } from '@/components/forms/sign-out-form';
import type { Role } from '@/domain/permission';
import styles from './account-menu.module.css';

export interface AccountMenuProps {
  readonly name: string;
  readonly role: Role;
  readonly accountHref: string;
  readonly publicHref: string;
  readonly signOut: () => Promise<void>;
}

/** Who is signed in, and the way out. Folds without JavaScript. */
export function AccountMenu({ name, role, accountHref, publicHref, signOut }: AccountMenuProps) {
  const t = useTranslations('workspaceNav');
  const roles = useTranslations('vocabulary.roles');
  return (
    <details className={styles.menu}>
      <summary>
        <span className="visually-hidden">{t('signedInAs')} </span>
        <span className={styles.name}>{name}</span>
      </summary>
      <ul className={styles.links}>
        <li className={styles.role}>{roles(role)}</li>
        <li>
          <a href={accountHref}>{t('account')}</a>
        </li>
        <li>
          <a href={publicHref}>{t('publicPages')}</a>
        </li>
        <li>
          <SignOutForm action={signOut}>
            <button type="submit">{t('signOut')}</button>
          </SignOutForm>
        </li>
      </ul>
    </details>
  );
}
