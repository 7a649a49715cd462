import { spawnSync } from 'node:child_process';
import { dataDirectory, people, port, type PersonName } from './service';

const roleOf: Readonly<Record<Exclude<PersonName, 'administrator'>, string>> = {
  editor: 'editor',
  colleague: 'editor',
  reviewer: 'reviewer',
  secondReviewer: 'reviewer',
};

/** Adds the people of the journeys by the operator's command, while the service runs; on a kept record they are there. */
export default function addPeople(): void {
  for (const [name, role] of Object.entries(roleOf)) {
    const { email, password } = people[name as PersonName]; // the keys of roleOf are names of people
    const added = spawnSync(
      process.execPath,
      ['bin/cornerstone', 'user', 'add', '--email', email, '--name', name, '--role', role, '--password-stdin'],
      {
        input: password,
        encoding: 'utf8',
        env: { ...process.env, CORNERSTONE_DATA_DIR: dataDirectory, PORT: String(port) },
      },
    );
    const isThereAlready = /account already/.test(added.stderr + added.stdout);
    if (added.status !== 0 && !isThereAlready) throw new Error(`user add ${email}: ${added.stdout}${added.stderr}`);
  }
}
