import 'server-only';
import * as z from 'zod';
import { everyProject } from '@/domain/filter';
import { projectListSql } from './project-list-sql';
import { type ListedProject, listedProject } from './project-row';
import type { PublicRecord } from './record-at';

export interface ProjectsOfPlace {
  /** What is being built or planned: the next promised date first, without a promise last. */
  readonly open: readonly ListedProject[];
  /** Built or in use, the latest first. */
  readonly done: readonly ListedProject[];
  readonly cancelled: readonly ListedProject[];
}

/** The projects at a place and in everything that lies in it: those that the list of projects shows for it. */
export async function readProjectsOfPlace(
  record: PublicRecord,
  place: string,
  language: string,
): Promise<ProjectsOfPlace> {
  const filter = { ...everyProject, place, sort: 'promised', isAscending: true } as const;
  const projects = z.array(listedProject).parse(await record.query(projectListSql(filter, record.day, language)));
  const doneOn = ({ actualEndOn, statusOn }: ListedProject) => (actualEndOn ?? statusOn)?.last ?? '';
  return {
    open: projects.filter(({ status }) => status === 'proposed' || status === 'planned' || status === 'underway'),
    done: projects
      .filter(({ status }) => status === 'completed' || status === 'in_use')
      .sort((one, other) => doneOn(other).localeCompare(doneOn(one))),
    cancelled: projects.filter(({ status }) => status === 'cancelled'),
  };
}
