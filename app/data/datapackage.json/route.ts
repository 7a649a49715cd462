import { connection } from 'next/server';
import { today } from '@/server/clock';
import { dataPackage } from '@/server/export/descriptions';
import { asJson } from '../answers';

/** Every table as a Frictionless Data Package: its paths lead to the files beside it. */
export async function GET(): Promise<Response> {
  await connection();
  return asJson(dataPackage(today()));
}
