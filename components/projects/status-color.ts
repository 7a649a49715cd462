import type { ChartColor } from '@/components/charts/chart-frame';
import type { ProjectStatus } from '@/domain/vocabulary';

export const statusColor: Record<ProjectStatus, ChartColor> = {
  proposed: 'proposed',
  planned: 'planned',
  underway: 'underway',
  completed: 'completed',
  in_use: 'in-use',
  cancelled: 'cancelled',
};
