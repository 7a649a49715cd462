/** One example that can be copied as it stands. Its words stand in the messages under `api.page.example.<id>`. */
export interface ApiExample {
  readonly id: string;
  readonly language: 'shell' | 'python' | 'r' | 'power-query' | 'formula' | 'address';
  readonly code: string;
}

/** Ways to ask, from the shortest on. Those of the shell are run by a test, as they stand. */
export const apiExamples = (site: string, placeSlug: string): readonly ApiExample[] => [
  { id: 'curl', language: 'shell', code: `curl '${site}/api/v1/projects?sector=housing&limit=2'` },
  {
    id: 'past',
    language: 'shell',
    code: [
      `curl '${site}/api/v1/resettlement?kind=return&asOf=2024-12-31'`,
      `curl '${site}/api/v1/resettlement?kind=return&until=2024-12-31'`,
    ].join('\n'),
  },
  {
    id: 'record',
    language: 'shell',
    code: [`curl '${site}/api/v1/places/${placeSlug}'`, `curl '${site}/api/v1/places/${placeSlug}/history'`].join('\n'),
  },
  {
    id: 'again',
    language: 'shell',
    code: [
      `curl -o projects.json --etag-save projects.etag '${site}/api/v1/projects'`,
      `curl -o projects.json --etag-compare projects.etag --etag-save projects.etag '${site}/api/v1/projects'`,
    ].join('\n'),
  },
  {
    id: 'walk',
    language: 'shell',
    code: `next='${site}/api/v1/places?limit=20'
while [ -n "$next" ]; do
  curl -sS -D head.txt "$next"
  next=$(sed -n 's/^[Ll]ink:.*<\\([^>]*\\)>; rel="next".*/\\1/p' head.txt)
done`,
  },
  {
    id: 'python',
    language: 'python',
    code: `import json
from urllib.request import urlopen

address = "${site}/api/v1/resettlement?kind=return"
rows = []
while address:
    with urlopen(address) as answer:
        page = json.load(answer)
    rows += page["rows"]
    address = page["next"]
print(len(rows), "of", page["total"])`,
  },
  {
    id: 'r',
    language: 'r',
    code: `library(jsonlite)

address <- "${site}/api/v1/resettlement?kind=return"
pages <- list()
while (!is.null(address)) {
  page <- fromJSON(address)
  pages <- c(pages, list(page$rows))
  address <- page[["next"]]
}
rows <- rbind_pages(pages)`,
  },
  {
    id: 'excel',
    language: 'power-query',
    code: `let
  Page = (address) => Json.Document(Web.Contents(address)),
  Pages = List.Generate(
    () => Page("${site}/api/v1/projects"),
    each _ <> null,
    each if [next] = null then null else Page([next]),
    each [rows]),
  Rows = Table.FromRecords(List.Combine(Pages), null, MissingField.UseNull)
in
  Rows`,
  },
  { id: 'sheets', language: 'formula', code: `=IMPORTDATA("${site}/data/projects.csv?sector=housing")` },
  { id: 'libreoffice', language: 'address', code: `${site}/data/projects.csv?sector=housing` },
];
