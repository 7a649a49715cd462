import { useTranslations } from 'next-intl';
import { Button } from '@/components/controls/button';
import { Moment } from '@/components/people/moment';
import { DataTable } from '@/components/tables/data-table';
import type { DeliveryFailure } from '@/domain/webhook';

export interface DeliveryLine {
  readonly id: string;
  readonly event: string;
  readonly createdAt: Date;
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly deliveredAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastFailure: DeliveryFailure | null;
}

export interface DeliveryTableProps {
  readonly deliveries: readonly DeliveryLine[];
  readonly timeZone: string;
  readonly isPaused: boolean;
  readonly again: (form: FormData) => Promise<void>;
}

/** What an address was sent lately, and what became of it. */
export function DeliveryTable({ deliveries, timeZone, isPaused, again }: DeliveryTableProps) {
  const t = useTranslations('webhooks');
  return (
    <DataTable
      caption={t('deliveries')}
      isCaptionHidden
      density="compact"
      rows={deliveries}
      rowKey={({ id }) => id}
      empty={<p>{t('nothingSent')}</p>}
      columns={[
        {
          id: 'at',
          head: t('column.at'),
          isRowHead: true,
          cell: ({ createdAt }) => <Moment at={createdAt} timeZone={timeZone} />,
        },
        { id: 'event', head: t('column.event'), cell: ({ event }) => t(`event.${event.replace('.', '-')}`) },
        {
          id: 'state',
          head: t('column.state'),
          cell: (line) => <State line={line} timeZone={timeZone} isPaused={isPaused} />,
        },
        { id: 'attempts', head: t('column.attempts'), kind: 'number', cell: ({ attempts }) => attempts },
        { id: 'last', head: t('column.last'), cell: (line) => <LastAttempt line={line} /> },
        {
          id: 'again',
          head: t('column.again'),
          cell: ({ id, state }) =>
            state === 'dead' && (
              <form action={again}>
                <input type="hidden" name="deliveryId" value={id} />
                <Button weight="quiet">{t('again')}</Button>
              </form>
            ),
        },
      ]}
    />
  );
}

interface StateProps {
  readonly line: DeliveryLine;
  readonly timeZone: string;
  readonly isPaused: boolean;
}

function State({ line: { state, attempts, deliveredAt, nextAttemptAt }, timeZone, isPaused }: StateProps) {
  const t = useTranslations('webhooks.state');
  if (deliveredAt) return t.rich('delivered', { at: () => <Moment at={deliveredAt} timeZone={timeZone} /> });
  if (state === 'dead') return t('dead');
  if (isPaused) return t('paused');
  return attempts === 0
    ? t('waiting')
    : t.rich('again', { at: () => <Moment at={nextAttemptAt} timeZone={timeZone} /> });
}

function LastAttempt({ line: { lastStatus, lastFailure } }: { readonly line: DeliveryLine }) {
  const t = useTranslations('webhooks');
  if (lastFailure) return t(`failure.${lastFailure}`, { status: lastStatus ?? 0 });
  return lastStatus === null ? null : t('answered', { status: lastStatus });
}
