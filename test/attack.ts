import highsLoader from 'highs';

/** One number as anyone reads it, or as it is withheld: who it counts, and how many where that is known. */
export interface CountedNumber {
  readonly slug: string;
  readonly measure: 'persons' | 'families';
  readonly place: string;
  readonly counting: string;
  readonly on: string;
  readonly event: string | null;
  readonly origin: string | null;
  readonly sex: string;
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly value: number;
}

export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** `place` and everything that holds it. */
export type Holders = (place: string) => readonly string[];

/**
 * What a patient reader can work out, by linear programming over people: so many from each place came in each stretch of
 * time, of each sex and age; nobody is counted twice or less than once. Shares no code with the rule it attacks.
 */
export async function startAttack(holders: Holders) {
  const highs = await highsLoader();

  function solve(sense: 'Maximize' | 'Minimize', objective: string, rows: readonly string[]): number | null {
    const model = `${sense}\n obj: ${objective}\nSubject To\n${rows.map((row, index) => ` r${index}: ${row}`).join('\n')}\nEnd\n`;
    const { Status, ObjectiveValue } = highs.solve(model);
    if (Status === 'Optimal') return ObjectiveValue;
    return Status === 'Unbounded' || Status === 'Primal infeasible or unbounded' ? Infinity : null;
  }

  return {
    /** What is left when the least possible is left out, so that the rest does not contradict itself. */
    agreeing(known: readonly CountedNumber[]): readonly CountedNumber[] {
      return (['persons', 'families'] as const).flatMap((measure) => {
        const same = known.filter((number) => number.measure === measure);
        if (same.length === 0) return [];
        const people = peopleOf(same, holders, []);
        const rows = same.map((number, row) => {
          const sum = people.flatMap((one, index) => (isCounted(one, number, holders) ? [`x${index}`] : []));
          return `${wrapped([...sum, `more${row}`])} - less${row} = ${number.value}`;
        });
        const errors = same.flatMap((_, row) => [`more${row}`, `less${row}`]);
        const model = `Minimize\n obj: ${wrapped(errors)}\nSubject To\n${rows.map((row, index) => ` r${index}: ${row}`).join('\n')}\nEnd\n`;
        const { Columns } = highs.solve(model);
        const isOff = (name: string) => {
          const column = Columns[name];
          return column !== undefined && 'Primal' in column && column.Primal > 0.001;
        };
        return same.filter((_, row) => !isOff(`more${row}`) && !isOff(`less${row}`));
      });
    },

    /**
     * The least and the most that a number can be; null where what is known contradicts itself. A bold reader also takes
     * it that these places make up the whole, and that nobody is elsewhere.
     */
    interval(
      known: readonly CountedNumber[],
      wanted: CountedNumber,
      whole: readonly string[] | null = null,
    ): Interval | null {
      const same = known.filter(({ measure }) => measure === wanted.measure);
      const held = new Set(whole?.flatMap((place) => holders(place).filter((other) => other !== place)));
      const people = peopleOf([...same, wanted], holders, whole ?? []).filter(({ place }) => !held.has(place));
      const sum = (number: CountedNumber) =>
        people.flatMap((one, index) => (isCounted(one, number, holders) ? [`x${index}`] : []));
      const rows = same.map((number) => `${wrapped(sum(number))} = ${number.value}`);
      const objective = wrapped(sum(wanted));
      const least = solve('Minimize', objective, rows.length > 0 ? rows : ['x0 >= 0']);
      if (least === null) return null;
      const most = solve('Maximize', objective, rows.length > 0 ? rows : ['x0 >= 0']);
      return { least, most: most ?? Infinity };
    },
  };
}

export type Attack = Awaited<ReturnType<typeof startAttack>>;

interface Person {
  readonly place: string;
  readonly on: string;
  readonly isOfGroup: boolean;
  readonly event: string | null;
  readonly origin: string | null;
  readonly sex: string;
  readonly age: number | null;
}

/** One for each way in which people can differ that a number could tell. */
function peopleOf(numbers: readonly CountedNumber[], holders: Holders, more: readonly string[]): readonly Person[] {
  const distinct = <Value>(values: readonly Value[]) => [...new Set(values)];
  const places = distinct([...more, ...numbers.flatMap(({ place }) => holders(place))]);
  const days = [...distinct(numbers.map(({ on }) => on)), '9999'];
  const events = distinct([null, ...numbers.map(({ event }) => event)]);
  const origins = distinct([null, ...numbers.map(({ origin }) => origin)]);
  const sexes = distinct(['unsaid', ...numbers.map(({ sex }) => sex)]).filter((sex) => sex !== 'all');
  const ages = distinct([
    null,
    ...numbers.flatMap(({ ageFrom, ageTo }) =>
      ageFrom === null && ageTo === null ? [] : [0, ageFrom ?? 0, ageTo === null ? 200 : ageTo + 1],
    ),
  ]);
  return places.flatMap((place) =>
    days.flatMap((on) =>
      [true, false].flatMap((isOfGroup) =>
        events.flatMap((event) =>
          origins.flatMap((origin) =>
            sexes.flatMap((sex) => ages.map((age) => ({ place, on, isOfGroup, event, origin, sex, age }))),
          ),
        ),
      ),
    ),
  );
}

function isCounted(person: Person, number: CountedNumber, holders: Holders): boolean {
  const { counting, on, event, origin, sex, ageFrom, ageTo } = number;
  return (
    holders(person.place).includes(number.place) &&
    (counting === 'running_total' ? person.on <= on : person.isOfGroup && person.on === on) &&
    (event === null || event === person.event) &&
    (origin === null || origin === person.origin) &&
    (sex === 'all' || sex === person.sex) &&
    ((ageFrom === null && ageTo === null) ||
      (person.age !== null && person.age >= (ageFrom ?? 0) && person.age <= (ageTo ?? 999)))
  );
}

const wrapped = (names: readonly string[]) =>
  names.map((name, index) => (index % 20 === 19 ? `${name}\n ` : name)).join(' + ');
