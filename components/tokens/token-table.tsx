import { useTranslations } from 'next-intl';
import { Button } from '@/components/controls/button';
import { Moment } from '@/components/people/moment';
import { DataTable } from '@/components/tables/data-table';
import type { TokenScope } from '@/domain/token';

export interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly usedAt: Date | null;
  readonly state: 'works' | 'ended' | 'revoked';
}

export interface TokenTableProps {
  readonly tokens: readonly TokenLine[];
  readonly timeZone: string;
  readonly revoke: (form: FormData) => Promise<void>;
  readonly empty: string;
}

/** What somebody's programs may do, until when, and when they last did it. */
export function TokenTable({ tokens, timeZone, revoke, empty }: TokenTableProps) {
  const t = useTranslations('tokens');
  return (
    <DataTable
      caption={t('caption')}
      isCaptionHidden
      rows={tokens}
      rowKey={({ id }) => id}
      empty={<p>{empty}</p>}
      columns={[
        { id: 'name', head: t('column.name'), isRowHead: true, cell: ({ name }) => name },
        {
          id: 'scopes',
          head: t('column.scopes'),
          cell: ({ scopes }) => scopes.map((scope) => t(`scope.${scope}`)).join(' · '),
        },
        { id: 'made', head: t('column.made'), cell: ({ madeAt }) => <Moment at={madeAt} timeZone={timeZone} /> },
        { id: 'ends', head: t('column.ends'), cell: ({ endsAt }) => <Moment at={endsAt} timeZone={timeZone} /> },
        {
          id: 'used',
          head: t('column.used'),
          cell: ({ usedAt }) => (usedAt ? <Moment at={usedAt} timeZone={timeZone} /> : t('never')),
        },
        {
          id: 'state',
          head: t('column.state'),
          cell: ({ id, name, state }) =>
            state === 'works' ? (
              <form action={revoke}>
                <input type="hidden" name="tokenId" value={id} />
                <Button weight="warning" aria-label={t('revokeNamed', { name })}>
                  {t('revoke')}
                </Button>
              </form>
            ) : (
              t(`state.${state}`)
            ),
        },
      ]}
    />
  );
}
