/** The words of the loading report that no table holds. */
export const introduction = `# The starter facts

What the record begins with: the reconstruction of, and return to, Karabakh and East Zangezur between November 2020 and
March 2026, as public reports state it. The tables stand in \`prisma/seed/facts/\`, the code lists in
\`prisma/seed/code-lists/\`. An empty record is filled from them on the first start, through the same door as everything
else: one named account submits, another approves; neither can sign in. \`CORNERSTONE_STARTER=none\` leaves the record empty.

This report is made from the tables: \`node bin/run-ts prisma/seed/write-report.ts\`. A test fails when it is not current.

## How the facts were gathered, and their limits

- They were compiled from public reporting. A row is *found* where its figure stood in the page cited, *recalled* where it
  is common knowledge for which no page was checked; recalled rows cite the source "Recalled, no page checked".
- No page was opened again when the tables were made: some addresses may be dead or lead to copies. 100 of the 362 pages
  show no date. A title in square brackets, or one taken from the address, is not the page's own headline.
- Most figures are statements of the Azerbaijani government, reported by news agencies, with little independent
  verification. Rows on Armenian heritage rest mainly on Caucasus Heritage Watch and Monument Watch, rows on displacement
  on UNHCR, IFRC and the Government of Armenia. Each record says whose statement it is.
- Little or nothing was found on several cities, on gas networks, hospital openings, project budgets, contracts and the
  readiness of services. What is not in a row is not in the record.
- Spellings in Azerbaijani, Russian and Armenian have not been reviewed by native speakers; nor have the labels of codes.

## Rules of the conversion

- **Verification** is \`reported\` throughout, since no evidence is held, and \`disputed\` where figures contradict each other.
- **Dates** keep their first day, last day and precision. The record was published on the day of loading, never before.
- **Promises.** The last promise found is the forecast of a project. Its baseline is the earliest dated promise: the
  earliest statement, by its own date, that says when the project will be finished. Where the tables hold an end date
  but no dated statement that promised it, there is no baseline, and slippage is unknown.
- **Status** is the closed list's; the finer word of the source stands beside it. Partly in use is underway with a note of
  what is in use. A foundation laid, or an order, is planned with a milestone.
- **Wholes and parts.** A power plant is part of the fleet, a tunnel of its highway. A whole keeps its own figures.
- **Projects belong to the programme** only where a row says so. The mine clearance project is the one that does.
- **Populations.** Returned displaced persons, displaced persons who came back in 2020-21, those who left, and everyone
  living in the area are four groups that are never added. Running totals and single groups stand apart.
- **Places.** Zones lie in no other place and roll up into nothing. Whether a name is official or historic is not stated.
- **Disagreements.** Each contradiction stands as one or more records: rival claims where both stand in sources, a moved
  promise, or a note where only one claim has a page. No claim is preferred: that is a reviewer's choice.
- **Events.** The same group left twice, in 2020 and in 2023. Running totals of the two are separate series.
- **Organisations** are the bodies as the rows write them; none are merged. Parties are told apart only where a row names
  their roles.`;

export const tables: readonly { readonly file: string; readonly words: string }[] = [
  { file: 'projects.csv', words: 'Works, the programme, sites with their condition, and two surveys.' },
  { file: 'progress.csv', words: 'Statements about works, sites and the programme over time.' },
  { file: 'resettlement.csv', words: 'Returns, departures, announced groups, targets and context.' },
  { file: 'places.csv', words: 'Regions, districts, cities, towns, villages, a site and two zones.' },
  { file: 'budget.csv', words: 'Public money for the area as a whole.' },
  { file: 'other-facts.csv', words: 'Facts that are no project and no return.' },
  {
    file: 'disagreements.csv',
    words:
      'What sources say differently, with the claims and the statements of each side from two tables of their own.',
  },
  { file: 'organisations.csv', words: 'Made from the other tables: every body that a row names.' },
  { file: 'sources.csv', words: 'Pages cited. One more source is ours: what recalled rows cite.' },
];
